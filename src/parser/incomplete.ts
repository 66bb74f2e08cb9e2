export function isIncompleteInput(_source: string): boolean { return false; }
