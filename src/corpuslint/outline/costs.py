"""What each departure from 一 二 三 costs a reading of the numbering; only the order of the sums matters."""

GAP, GAP_WIDER, GAP_WIDEST = 3.0, 0.5, 2.0  # a skipped number, each further one, the most these add
REPEAT, REPEAT_FIRST = 3.0, 2.3  # a number written twice; the first one, right after itself
BACK, FILLED, FILLED_ONE = 3.5, 3.0, 0.6  # a smaller number; one of those skipped; the only one skipped
RESUMED = 0.4  # a closed list that goes on under another parent
START, START_TOLD = 3.4, 2.9  # a list that does not begin at 1; announced, with a heading before it
STYLE = 3.0  # the right number in another family
STYLE_GAP = 4.2  # the number after the one that is missing, in another family
MISTYPED, MISTYPED_PART = 5.0, 2.6  # a wrong number for the one that is due; a piece of that one
STRAY = 4.0  # a marker of no list
RESTART, RESTART_TOLD = 2.4, 0.3  # 1 again under the same parent; with a heading or an announcement before
INVERTED, INVERTED_AGAIN = 1.2, 0.2  # a family inside one that usually stands below it; once it has been
NESTED, NESTED_TOLD = 3.0, 0.5  # a family inside itself
HEADS = 2.0  # an item that goes on with a list, though a list of its own rank begins right under it
NESTED_HEADED = 1.8  # a family inside itself, right under an item that is a heading
