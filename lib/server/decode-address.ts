/** A path as it is read, `%C3%A9` as “é”. One that we would never write (`/%E0%A4%A`) stays as it came. */
export function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
