import fc from 'fast-check'

// The same cases on every machine, so that a failure is the change's own; FC_SEED looks for others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261121) })
