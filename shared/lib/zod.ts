import { z } from 'zod';

// It would probe `new Function` as soon as a schema is made, which the content security policy reports as a violation.
z.config({ jitless: true });

export { z };
