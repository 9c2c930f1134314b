// Made from en.json by `npm run words`. Do not edit.

/** Everything the bot says itself: a text, or a function of what it is filled with. */
export interface Words {
  readonly answers: {
    readonly asOf: (values: { date: string | number }) => string;
    readonly lastConfirmed: (values: { date: string | number }) => string;
    readonly historical: (values: { years: string | number; since: string | number }) => string;
    readonly underReview: (values: { date: string | number }) => string;
    readonly overdue: (values: { date: string | number }) => string;
    readonly newSince: (values: { date: string | number; headline: string | number }) => string;
    readonly legal: string;
    readonly unreviewed: string;
    readonly community: string;
    readonly sources: string;
    readonly moreSources: (values: { count: string | number }) => string;
    readonly page: (values: { at: string | number; of: string | number }) => string;
    readonly previous: string;
    readonly next: string;
    readonly show: string;
    readonly noAnswerTitle: string;
    readonly noAnswer: string;
    readonly nearest: string;
    readonly languages: string;
    readonly chooseTitle: string;
    readonly choose: string;
    readonly chooseHere: string;
    readonly hotlineTitle: string;
    readonly call: string;
    readonly hours: string;
    readonly speaks: string;
    readonly timelineTitle: string;
    readonly timelineEmpty: string;
    readonly kind: {
      readonly litigation: string;
      readonly funding: string;
      readonly law: string;
    };
    readonly aboutTitle: string;
    readonly about: (values: { subject: string | number; entries: string | number; developments: string | number; spans: string | number; reviewed: string | number; translations: string | number }) => string;
    readonly operatedBy: (values: { name: string | number }) => string;
    readonly operatorUnknown: string;
    readonly helpTitle: string;
    readonly help: (values: { topics: string | number }) => string;
    readonly notTranslated: string;
    readonly someEnglish: string;
    readonly stillOpen: string;
    readonly span: (values: { from: string | number; to: string | number }) => string;
  };
  readonly cards: {
    readonly card: {
      readonly written: string;
      readonly edited: string;
      readonly late: string;
      readonly case: string;
      readonly what: string;
      readonly date: string;
      readonly link: string;
      readonly quote: string;
      readonly noWords: string;
      readonly tags: string;
      readonly tagged: string;
      readonly also: string;
      readonly states: {
        readonly draft: string;
        readonly waiting: string;
        readonly held: string;
        readonly ignored: string;
        readonly approved: string;
        readonly merged: string;
      };
      readonly noise: string;
      readonly by: (values: { who: string | number }) => string;
      readonly second: (values: { who: string | number }) => string;
      readonly answersOpen: string;
      readonly settled: {
        readonly confirmed: string;
        readonly dismissed: string;
      };
    };
    readonly approve: string;
    readonly edit: string;
    readonly merge: string;
    readonly hold: string;
    readonly ignore: string;
    readonly ignoreKind: string;
    readonly watchAgain: string;
    readonly reopen: string;
    readonly confirmAnswers: string;
    readonly dismissAnswers: string;
    readonly form: {
      readonly title: string;
      readonly oneLanguage: string;
      readonly twoSentences: string;
      readonly why: string;
      readonly whyHint: string;
      readonly headline: (values: { language: string | number }) => string;
      readonly summary: (values: { language: string | number }) => string;
    };
    readonly formFault: string;
    readonly editAgain: string;
    readonly ownWords: string;
    readonly gone: string;
    readonly settledAlready: string;
    readonly approvedAlready: string;
    readonly mergeTitle: string;
    readonly mergeText: string;
    readonly mergePlaceholder: string;
    readonly mergeNothing: string;
    readonly merged: (values: { title: string | number }) => string;
    readonly kindIgnored: (values: { what: string | number }) => string;
    readonly kindWatched: (values: { what: string | number }) => string;
    readonly inLanguage: (values: { language: string | number }) => string;
  };
  readonly curate: {
    readonly form: {
      readonly add: string;
      readonly edit: string;
      readonly title: string;
      readonly titleHint: string;
      readonly answerHint: string;
      readonly aliases: string;
      readonly aliasesHint: string;
      readonly aliasesPlaceholder: string;
      readonly source: string;
      readonly sourcePlaceholder: string;
      readonly answer: (values: { language: string | number }) => string;
    };
    readonly publish: string;
    readonly edit: string;
    readonly editAgain: string;
    readonly discard: string;
    readonly preview: string;
    readonly previewSecond: string;
    readonly discarded: string;
    readonly faultsTitle: string;
    readonly faultsEnd: string;
    readonly givenBack: string;
    readonly draftGone: string;
    readonly draftChanged: string;
    readonly published: (values: { title: string | number }) => string;
    readonly publishedBy: (values: { title: string | number; author: string | number; second: string | number }) => string;
    readonly already: (values: { title: string | number }) => string;
    readonly same: (values: { title: string | number }) => string;
    readonly full: (values: { max: string | number }) => string;
    readonly conflictTitle: string;
    readonly conflict: (values: { who: string | number; when: string | number }) => string;
    readonly conflictRemoved: (values: { who: string | number; when: string | number }) => string;
    readonly conflictEnd: string;
    readonly second: {
      readonly sent: (values: { channel: string | number }) => string;
      readonly noChannel: string;
      readonly notSent: (values: { channel: string | number }) => string;
      readonly showHere: string;
      readonly card: (values: { author: string | number }) => string;
      readonly own: string;
    };
    readonly unknown: string;
    readonly notRemoved: string;
    readonly removeTitle: (values: { title: string | number }) => string;
    readonly remove: string;
    readonly removeCopy: string;
    readonly removeYes: string;
    readonly removeNo: string;
    readonly removed: (values: { title: string | number }) => string;
    readonly alreadyRemoved: string;
    readonly undo: string;
    readonly undone: (values: { title: string | number }) => string;
    readonly tooLateToUndo: string;
    readonly restored: (values: { from: string | number; title: string | number }) => string;
    readonly noSuchRevision: string;
    readonly history: string;
    readonly historyTitle: (values: { title: string | number }) => string;
    readonly revision: (values: { n: string | number }) => string;
    readonly by: (values: { who: string | number }) => string;
    readonly approvedBy: (values: { who: string | number }) => string;
    readonly wasCreated: string;
    readonly wasRemoved: string;
    readonly wasRestored: (values: { from: string | number }) => string;
    readonly wasImported: string;
    readonly see: (values: { n: string | number }) => string;
    readonly bringBack: string;
    readonly back: string;
    readonly newer: string;
    readonly older: string;
    readonly nowShown: string;
    readonly shown: (values: { count: number }) => string;
    readonly removedMark: string;
    readonly sharedMark: string;
    readonly changes: {
      readonly added: string;
      readonly takenOut: string;
      readonly none: string;
      readonly spacing: string;
      readonly more: (values: { count: number }) => string;
    };
    readonly upstream: {
      readonly title: (values: { title: string | number }) => string;
      readonly text: string;
      readonly note: string;
      readonly keep: string;
      readonly take: string;
      readonly kept: string;
      readonly taken: string;
      readonly over: string;
    };
    readonly inLanguage: (values: { language: string | number }) => string;
  };
  readonly digest: {
    readonly digestTitle: string;
    readonly updatesTitle: string;
    readonly more: (values: { count: string | number }) => string;
    readonly why: string;
    readonly allUpdates: string;
    readonly onlyIn: (values: { language: string | number }) => string;
    readonly noUpdates: string;
  };
  readonly errors: {
    readonly broken: (values: { code: string | number }) => string;
    readonly late: string;
    readonly storeAway: string;
    readonly outcomeUnknown: string;
    readonly unknownCommand: string;
    readonly stale: string;
    readonly serverOnly: string;
    readonly notAllowed: {
      readonly moderator: string;
      readonly manager: string;
    };
    readonly missingOption: (values: { option: string | number }) => string;
    readonly damaged: (values: { kind: string | number }) => string;
  };
  readonly faults: {
    readonly parts: {
      readonly title: string;
      readonly aliases: string;
      readonly source: string;
      readonly answer: (values: { language: string | number }) => string;
    };
    readonly 'no-title': string;
    readonly 'no-answer': (values: { languages: string | number }) => string;
    readonly 'empty-alias': string;
    readonly 'too-long': (values: { part: string | number; is: string | number; over: string | number; max: string | number }) => string;
    readonly 'alias-too-long': (values: { shown: string | number; is: string | number; max: string | number }) => string;
    readonly 'too-many-aliases': (values: { is: string | number; max: string | number }) => string;
    readonly duplicate: (values: { part: string | number; name: string | number; other: string | number }) => string;
    readonly 'duplicate-own': (values: { name: string | number }) => string;
    readonly 'source-not-https': (values: { source: string | number }) => string;
    readonly 'source-not-an-address': (values: { source: string | number }) => string;
    readonly 'source-invite': (values: { source: string | number }) => string;
    readonly unsafe: (values: { part: string | number; reason: string | number }) => string;
  };
  readonly transfer: {
    readonly exported: (values: { entries: number }) => string;
    readonly exportedMore: string;
    readonly nextFile: string;
    readonly nothingToExport: string;
    readonly keepIt: string;
    readonly planTitle: string;
    readonly nothingYet: string;
    readonly secondMustApply: string;
    readonly added: (values: { count: string | number }) => string;
    readonly changed: (values: { count: string | number }) => string;
    readonly skipped: (values: { count: string | number }) => string;
    readonly andMore: (values: { count: string | number }) => string;
    readonly apply: string;
    readonly nothingToDo: string;
    readonly importGone: string;
    readonly appliedTitle: string;
    readonly conflicts: (values: { count: string | number }) => string;
    readonly namesTaken: string;
    readonly interrupted: string;
    readonly refusedTitle: string;
    readonly refusedWhole: string;
    readonly allFaults: string;
    readonly fetch: {
      readonly 'not-allowed': string;
      readonly 'too-big': string;
      readonly unreachable: string;
    };
    readonly file: {
      readonly 'too-big': string;
      readonly 'not-text': string;
      readonly 'not-json': string;
      readonly 'too-deep': string;
      readonly 'too-many-values': string;
      readonly 'not-an-export': string;
      readonly 'and-more': string;
    };
    readonly forbiddenKey: (values: { key: string | number }) => string;
    readonly shape: (values: { place: string | number; message: string | number }) => string;
    readonly entry: (values: { entry: string | number; fault: string | number }) => string;
    readonly twice: string;
    readonly history: string;
    readonly 'too-many': string;
  };
  readonly faq: {
    readonly title: string;
    readonly choose: string;
    readonly chooseHere: string;
    readonly empty: string;
    readonly edited: string;
    readonly onlyIn: (values: { language: string | number }) => string;
    readonly gone: string;
    readonly report: {
      readonly button: string;
      readonly title: string;
      readonly reason: string;
      readonly reasons: {
        readonly wrong: string;
        readonly old: string;
        readonly unclear: string;
        readonly language: string;
        readonly other: string;
      };
      readonly more: string;
      readonly moreHint: string;
      readonly thanks: string;
      readonly 'too-soon': string;
      readonly 'no-channel': string;
      readonly forbidden: string;
      readonly failed: string;
      readonly postTitle: string;
      readonly thread: (values: { title: string | number }) => string;
      readonly about: (values: { title: string | number }) => string;
      readonly because: (values: { reason: string | number }) => string;
      readonly wrote: string;
      readonly anonymous: string;
      readonly edit: string;
    };
  };
  readonly findings: {
    readonly sources: {
      readonly courtlistener: string;
      readonly ca7: string;
      readonly 'federal-register': string;
      readonly 'grants-gov': string;
      readonly ilga: string;
      readonly doj: string;
    };
    readonly events: {
      readonly opinion: string;
      readonly order: string;
      readonly judgment: string;
      readonly mandate: string;
      readonly 'minute-entry': string;
      readonly 'notice-of-appeal': string;
      readonly 'record-on-appeal': string;
      readonly complaint: string;
      readonly motion: string;
      readonly brief: string;
      readonly notice: string;
      readonly stipulation: string;
      readonly report: string;
      readonly declaration: string;
      readonly transcript: string;
      readonly letter: string;
      readonly summons: string;
      readonly appearance: string;
      readonly disclosure: string;
      readonly filing: string;
      readonly 'executive-order': string;
      readonly 'presidential-document': string;
      readonly rule: string;
      readonly 'proposed-rule': string;
      readonly 'grant-forecast': string;
      readonly 'grant-opening': string;
      readonly 'grant-closing': string;
      readonly 'bill-action': string;
      readonly 'bill-sponsor': string;
      readonly 'press-release': string;
    };
  };
  readonly subscriptions: {
    readonly schedule: {
      readonly daily: string;
      readonly weekly: string;
    };
    readonly follow: {
      readonly confirmTitle: string;
      readonly confirm: string;
      readonly cancel: string;
      readonly cancelled: string;
      readonly what: (values: { channel: string | number; kind: string | number }) => string;
      readonly when: (values: { schedule: string | number; zone: string | number }) => string;
      readonly role: (values: { role: string | number }) => string;
      readonly noRole: string;
      readonly language: (values: { name: string | number }) => string;
      readonly onlyNew: string;
      readonly done: (values: { channel: string | number; next: string | number }) => string;
      readonly already: string;
      readonly expired: string;
      readonly most: (values: { max: string | number }) => string;
      readonly twice: (values: { id: string | number }) => string;
      readonly channel: string;
      readonly missing: (values: { channel: string | number; names: string | number }) => string;
      readonly unreachable: (values: { channel: string | number }) => string;
      readonly discordAway: string;
      readonly everyone: string;
      readonly zone: (values: { zone: string | number }) => string;
      readonly faults: {
        readonly empty: string;
        readonly time: string;
        readonly weekday: string;
        readonly cron: string;
        readonly never: string;
      };
    };
    readonly permissions: {
      readonly ViewChannel: string;
      readonly SendMessages: string;
      readonly SendMessagesInThreads: string;
      readonly ReadMessageHistory: string;
      readonly MentionEveryone: string;
    };
    readonly all: string;
    readonly list: {
      readonly title: string;
      readonly empty: string;
      readonly next: string;
      readonly paused: string;
      readonly refused: string;
      readonly pings: string;
    };
    readonly previewTitle: string;
    readonly previewEmpty: (values: { next: string | number }) => string;
    readonly unknownId: string;
    readonly pausedNow: string;
    readonly pausedAlready: string;
    readonly resumed: (values: { next: string | number }) => string;
    readonly notPaused: string;
    readonly removed: (values: { channel: string | number }) => string;
  };
  readonly texts: {
    readonly unsafe: {
      readonly mention: (values: { found: string | number }) => string;
      readonly invite: (values: { found: string | number }) => string;
      readonly 'masked-link': (values: { shown: string | number; leads: string | number }) => string;
      readonly 'insecure-link': (values: { found: string | number }) => string;
      readonly invisible: (values: { found: string | number }) => string;
      readonly unclosed: (values: { found: string | number }) => string;
      readonly 'unclosed-quote': string;
    };
  };
  readonly newsroom: {
    readonly queueTitle: string;
    readonly queueEmpty: string;
    readonly queueOpen: string;
    readonly queueHeld: (values: { count: string | number }) => string;
    readonly showHeld: string;
    readonly showWaiting: string;
    readonly add: {
      readonly link: string;
      readonly date: string;
      readonly kind: string;
      readonly expired: string;
    };
    readonly status: {
      readonly title: string;
      readonly sources: string;
      readonly followings: string;
      readonly noSources: string;
      readonly noFollowings: string;
      readonly well: string;
      readonly never: string;
      readonly last: string;
      readonly next: string;
      readonly failures: (values: { count: number }) => string;
      readonly lastPost: string;
      readonly nextPost: string;
      readonly cardsRefused: (values: { count: number; why: string | number }) => string;
      readonly ignored: string;
      readonly retrying: (values: { count: number }) => string;
      readonly notPublished: string;
      readonly publishing: (values: { count: string | number }) => string;
    };
    readonly refusal: {
      readonly 10003: string;
      readonly 50001: string;
      readonly 50013: string;
      readonly 50083: string;
      readonly other: (values: { status: string | number; code: string | number }) => string;
    };
    readonly held: string;
    readonly pausedNotice: (values: { channel: string | number; why: string | number; id: string | number }) => string;
    readonly heldNotice: (values: { channel: string | number }) => string;
    readonly showStatus: string;
    readonly weekly: {
      readonly title: string;
      readonly overdue: (values: { count: number }) => string;
      readonly failing: (values: { count: number }) => string;
      readonly waiting: (values: { count: number }) => string;
      readonly reports: (values: { count: number }) => string;
      readonly more: (values: { count: string | number }) => string;
    };
  };
  readonly settings: {
    readonly title: string;
    readonly language: (values: { value: string | number }) => string;
    readonly curators: (values: { value: string | number }) => string;
    readonly review: (values: { value: string | number }) => string;
    readonly second: (values: { on: boolean }) => string;
    readonly none: string;
    readonly noLanguage: string;
    readonly showHint: string;
    readonly languageSet: (values: { value: string | number }) => string;
    readonly curatorsSet: (values: { role: string | number }) => string;
    readonly curatorsCleared: string;
    readonly curatorsIntegrations: string;
    readonly curatorsEveryone: string;
    readonly reviewSet: (values: { channel: string | number }) => string;
    readonly reviewCleared: string;
    readonly reviewPrivate: string;
    readonly reviewTest: string;
    readonly reviewForbidden: (values: { channel: string | number }) => string;
    readonly reviewFailed: string;
    readonly secondOn: string;
    readonly secondOff: string;
    readonly exported: string;
    readonly exportedMore: string;
    readonly nextFile: string;
    readonly forgetTitle: string;
    readonly forgetWord: string;
    readonly forgetLabel: (values: { word: string | number }) => string;
    readonly forgetHint: string;
    readonly notForgotten: (values: { word: string | number }) => string;
    readonly forgetInterrupted: string;
    readonly forgotten: string;
  };
  readonly commands: {
    readonly timeline: {
      readonly name: string;
      readonly description: string;
      readonly options: {
        readonly kind: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly ask: {
      readonly name: string;
      readonly description: string;
      readonly options: {
        readonly question: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly hotline: {
      readonly name: string;
      readonly description: string;
    };
    readonly about: {
      readonly name: string;
      readonly description: string;
    };
    readonly help: {
      readonly name: string;
      readonly description: string;
    };
    readonly faq: {
      readonly name: string;
      readonly description: string;
      readonly options: {
        readonly entry: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly curate: {
      readonly name: string;
      readonly description: string;
      readonly subcommands: {
        readonly add: {
          readonly name: string;
          readonly description: string;
        };
        readonly edit: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly entry: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly remove: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly entry: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly history: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly entry: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly restore: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly entry: {
              readonly name: string;
              readonly description: string;
            };
            readonly revision: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly export: {
          readonly name: string;
          readonly description: string;
        };
        readonly import: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly file: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
      };
    };
    readonly 'add-to-faq': {
      readonly name: string;
    };
    readonly settings: {
      readonly name: string;
      readonly description: string;
      readonly subcommands: {
        readonly show: {
          readonly name: string;
          readonly description: string;
        };
        readonly language: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly language: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly curators: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly role: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly review: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly channel: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly 'require-second': {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly enabled: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly export: {
          readonly name: string;
          readonly description: string;
        };
        readonly forget: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly updates: {
      readonly name: string;
      readonly description: string;
      readonly options: {
        readonly kind: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly news: {
      readonly name: string;
      readonly description: string;
      readonly subcommands: {
        readonly queue: {
          readonly name: string;
          readonly description: string;
        };
        readonly add: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly kind: {
              readonly name: string;
              readonly description: string;
            };
            readonly link: {
              readonly name: string;
              readonly description: string;
            };
            readonly date: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly status: {
          readonly name: string;
          readonly description: string;
        };
      };
    };
    readonly announcements: {
      readonly name: string;
      readonly description: string;
      readonly subcommands: {
        readonly follow: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly channel: {
              readonly name: string;
              readonly description: string;
            };
            readonly kind: {
              readonly name: string;
              readonly description: string;
            };
            readonly schedule: {
              readonly name: string;
              readonly description: string;
            };
            readonly timezone: {
              readonly name: string;
              readonly description: string;
            };
            readonly role: {
              readonly name: string;
              readonly description: string;
            };
            readonly language: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly list: {
          readonly name: string;
          readonly description: string;
        };
        readonly preview: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly id: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly pause: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly id: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly resume: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly id: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
        readonly remove: {
          readonly name: string;
          readonly description: string;
          readonly options: {
            readonly id: {
              readonly name: string;
              readonly description: string;
            };
          };
        };
      };
    };
  };
  readonly commonOptions: {
    readonly share: {
      readonly name: string;
      readonly description: string;
    };
    readonly language: {
      readonly name: string;
      readonly description: string;
    };
  };
  readonly numbers: {
    readonly of: string;
    readonly ordinal: string;
    readonly percent: string;
    readonly dollars: string;
    readonly million: string;
    readonly billion: string;
  };
}
