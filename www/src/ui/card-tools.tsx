// The foot of a card: the way through the places of one name or speaker, and closing.

interface Props {
  /** Numbers of the places, in reading order. */
  readonly places: readonly number[];
  /** The place that the card is about. */
  readonly current: number;
  /** Goes on among the places, backwards with -1. */
  readonly go: (step?: -1) => void;
  readonly close: () => void;
}

export function CardTools({ places, current, go, close }: Props) {
  return (
    <div class="card-tools">
      {places.length > 1 && (
        <>
          <button type="button" class="link" onClick={() => go(-1)}>
            Previous
          </button>
          <span>
            {places.indexOf(current) + 1} of {places.length}
          </span>
          <button type="button" class="link" onClick={() => go()}>
            Next
          </button>
        </>
      )}
      <button type="button" class="link card-close" onClick={close}>
        Close
      </button>
    </div>
  );
}
