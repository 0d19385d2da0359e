/** Waiting with what costs until it comes near the screen. */

/** Calls `act` once, when the element comes near the screen. */
export function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: '300px' },
  );
  observer.observe(element);
}
