export declare function examine(
  files: readonly string[],
  read?: (path: string) => string,
): { readonly faults: string[]; readonly folders: Map<string, Set<string>> };
export declare function drawnInto(document: string, folders: Map<string, Set<string>>): string;
