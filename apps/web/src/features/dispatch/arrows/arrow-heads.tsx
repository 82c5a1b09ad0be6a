/** The two heads, defined once for all panels of a page. */
export function ArrowHeads() {
  return (
    <svg width="0" height="0" className="arrow-heads" aria-hidden="true">
      <defs>
        <marker
          id="head-now"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="10"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5 L10 5 L0 9.5 Z" fill="#1b2421" />
        </marker>
        <marker
          id="head-before"
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="8"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 1 L10 5 L0 9 Z" fill="#9aa39f" />
        </marker>
      </defs>
    </svg>
  )
}
