/** Opens the panel about how the paper looks; fetched when it is first wanted. */

/** Opens the panel in `host`, or closes it. `opener` is the button that was pressed; null where none was. */
export async function showLook(host: HTMLElement, opener: HTMLButtonElement | null): Promise<void> {
  // The browser itself opens and closes it from now on.
  if (opener?.popoverTargetElement) return;
  await import('./reading-settings.ts');
  const panel = host.querySelector('reading-settings') ?? document.createElement('reading-settings');
  if (!panel.isConnected) host.append(panel);
  await panel.toggle(opener);
}
