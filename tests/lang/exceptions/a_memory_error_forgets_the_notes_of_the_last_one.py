"""Each MemoryError is a new one for the program, whatever the last one was told."""
import traceback


def big():
    return 1 << (1 << 62)


for round in range(3):
    try:
        try:
            big()
        except MemoryError as error:
            error.add_note(f'round {round}')
            error.place = round
            raise error from ValueError(round)
    except MemoryError as error:
        print(error.__notes__, vars(error), repr(error.__cause__), error.__suppress_context__)
        traceback.print_exception(error)
    try:
        big()
    except MemoryError as error:
        print(vars(error), error.__cause__, error.__suppress_context__, hasattr(error, '__notes__'))
