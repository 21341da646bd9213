import './styles/chart.css';
import type { ChartPicture, ChartShape } from '#core/pacing/chart-shapes.ts';

/** A shape's index is its identity: shapes have no names. */
const keyOf = (shape: ChartShape, index: number): string => `${shape.shape}-${shape.role}-${String(index)}`;

function Shape({ shape }: { shape: ChartShape }) {
  switch (shape.shape) {
    case 'rect': {
      const { x, y, width, height, role } = shape;
      return <rect className={`k-chart-${role}`} x={x} y={y} width={width} height={height} />;
    }
    case 'line': {
      const { x1, y1, x2, y2, role } = shape;
      return <line className={`k-chart-line k-chart-${role}`} x1={x1} y1={y1} x2={x2} y2={y2} />;
    }
    case 'text':
      return (
        <text className={`k-chart-text k-chart-${shape.role}`} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      );
    default:
      return shape satisfies never;
  }
}

/** A chart made of plain shapes; `label` says what it shows, and a table beside it has the figures. */
export function Chart({ picture, label }: { picture: ChartPicture; label: string }) {
  const { width, height, shapes } = picture;
  return (
    <svg
      className="k-chart"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {shapes.map((shape, index) => (
        <Shape key={keyOf(shape, index)} shape={shape} />
      ))}
    </svg>
  );
}
