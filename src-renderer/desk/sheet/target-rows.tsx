import { memo, useLayoutEffect, useRef, useState } from 'react';
import { LINE_MAX, TARGETS_MAX } from '#core/model/lengths.ts';
import type { Target } from '#core/model/sheet.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { textsOf } from '#renderer/kit/own-undo.ts';
import { RemoveRow } from '#renderer/kit/remove-row.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useRowSlots } from '#renderer/kit/use-row-slots.ts';
import { useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { changeTarget, emptyTarget, moveTarget } from './target-list.ts';
import { tooLong } from './too-long.ts';

const COLUMNS = ['indicator', 'unit', 'target', 'achieved', 'change'] as const;

/** The targets, a row each: indicator, unit, target, achieved, and the expected change. */
export const TargetRows = memo(function TargetRows({
  targets,
  onChange,
}: {
  targets: readonly Target[];
  onChange(targets: Target[]): void;
}) {
  const t = useT();
  const readOnly = useReadOnly();
  const added = useRef<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  useKeptFocus(place);
  const [touched, setTouched] = useState<string | null>(null);
  const slots = useRowSlots(
    targets.map(({ id }) => id),
    touched,
  );
  // Only the row that was just added takes the focus: not when its item is shown again.
  useLayoutEffect(() => {
    added.current = null;
  });
  const add = (): void => {
    const fresh = emptyTarget(crypto.randomUUID());
    added.current = fresh.id;
    onChange([...targets, fresh]);
  };
  return (
    <div ref={place}>
      {targets.length > 0 && (
        <ol className="d-target-list">
          {targets.map((target, index) => (
            // What a box can undo is this target's, whichever rows it stood in before.
            <li key={slots.get(target.id)} onFocus={() => setTouched(target.id)} {...textsOf(`target/${target.id}`)}>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset lays its content out in ways of its own */}
              <div role="group" className="d-target-row" aria-label={t('sheet.target.nth', { n: index + 1 })}>
                {COLUMNS.map((column) => (
                  <TextArea
                    key={column}
                    className={`d-target-${column}`}
                    label={t(`sheet.target.${column}`)}
                    hideLabel={column === 'indicator' || column === 'change'}
                    placeholder={column === 'indicator' || column === 'change' ? t(`sheet.target.${column}`) : ' '}
                    value={target[column]}
                    onChange={(text) => onChange(changeTarget(targets, target.id, { [column]: text }))}
                    rows={1}
                    autoFocus={column === 'indicator' && added.current === target.id}
                    error={tooLong(t, target[column], LINE_MAX)}
                  />
                ))}
                <div className="d-target-actions">
                  <IconButton
                    size="small"
                    icon="arrowUp"
                    label={t('sheet.target.up', { n: index + 1 })}
                    isDisabled={readOnly}
                    isAtEnd={index === 0}
                    onPress={() => onChange(moveTarget(targets, target.id, -1))}
                  />
                  <IconButton
                    size="small"
                    icon="arrowDown"
                    label={t('sheet.target.down', { n: index + 1 })}
                    isDisabled={readOnly}
                    isAtEnd={index === targets.length - 1}
                    onPress={() => onChange(moveTarget(targets, target.id, 1))}
                  />
                  <RemoveRow
                    label={t('sheet.target.remove', { n: index + 1 })}
                    otherwise={addButton}
                    onRemove={() => onChange(targets.filter(({ id }) => id !== target.id))}
                  />
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
      {targets.length < TARGETS_MAX ? (
        <Button ref={addButton} size="small" icon="add" onPress={add}>
          {t('sheet.target.add')}
        </Button>
      ) : (
        <p className="k-hint">{t('sheet.target.full', { max: TARGETS_MAX })}</p>
      )}
    </div>
  );
});
