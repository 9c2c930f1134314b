/** Discord's published API description as zod schemas; the package ships them without types. */
declare module 'discord-api-spec/zod';
