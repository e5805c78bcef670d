/** A decoded path: `%C3%A9` becomes “é”. A malformed one (`/%E0%A4%A`) stays as it is. */
export function decodeAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
