"""The cause of a wrong value -> a sentence that holds no value: what is said of a hidden check.

In: the cause's name, as a diagnosis gives it. Out: one of a fixed list of sentences, true for every value with that
cause. It does NOT look at a value: what a student's code has returned for hidden inputs may be those inputs, so
no number, size, key or text of it may come back. A cause that is not in the list has no sentence.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["FIXED"]

_FACTORS: Final = {
    "factor 2": "The values are twice the expected ones. Is a term counted twice, or a ½ forgotten?",
    "factor 1/2": "The values are half the expected ones. Is one of two equal contributions missing, or the 2 that "
    "comes from a square?",
    "factor n": "The values are the expected ones times a whole number, which may be a size. Is the result to be a "
    "sum or a mean, or does a scaling go the wrong way?",
    "factor 1/n": "The values are the expected ones divided by a whole number, which may be a size. Is something "
    "divided by a number of things once too often?",
    "factor n/(n-1)": "The values are n/(n − 1) times the expected ones: the difference between dividing by n and by "
    "n − 1. Which of the two does the task ask for?",
    "factor (n-1)/n": "The values are (n − 1)/n times the expected ones: the difference between dividing by n and by "
    "n − 1. Which of the two does the task ask for?",
    "factor √n": "The values are the expected ones times the root of a whole number. Is a square root or a scaling "
    "missing, or is the wrong size under the root?",
    "factor 1/√n": "The values are the expected ones divided by the root of a whole number. Is a square root or a "
    "scaling one too many, or is the wrong size under the root?",
    "factor √(m/n)": "The values are the expected ones times the root of a ratio of two sizes. Is something scaled by "
    "the root of the wrong size?",
    "constant factor": "The values are the expected ones times a constant. What multiplies or divides all of them "
    "alike: a constant, a size, a norm, a rate? Is it missing, is it another one, or is it used where it should not "
    "be?",
}

_FUNCTIONS: Final = (
    "squares",
    "square roots",
    "logarithms",
    "exponentials",
    "negative logarithms",
    "reciprocals",
    "reciprocal square roots",
    "absolute values",
    "differences from 1",
    "positive parts (relu)",
    "tanh",
    "sigmoids",
)

_GROUPS: Final = {
    "a factor per": "Each {0} is right up to a factor of its own. So something that is computed once for each {0} is "
    "wrong: a sum, a norm, a variance, a gain?",
    "an offset per": "Each {0} is off by a constant of its own. So a term that is the same in the whole {0} is wrong "
    "or missing: a mean, a maximum, a sum, a bias?",
    "factor and offset per": "Each {0} is right up to a factor and a constant of its own. Look at what is computed "
    "once for each {0} and then subtracted, divided by, multiplied or added: mean, variance, gain, bias?",
}

_NUMBERS: Final = {
    "dtype": "The numbers are right, but they are stored in another dtype than the expected one. Which operation, or "
    "which tensor that you made yourself, changed it?",
    "half precision": "The value is in half precision, and a longer float type is expected. What made it so: a "
    "conversion, or torch.autocast?",
    "masked with a number": "The masked places hold an ordinary number. What does the softmax make of such a score, "
    "and what should it make of a masked one?",
    "NaN": "There are NaN where numbers are expected. They come from 0/0 or 0 · ∞, from ∞ − ∞ or ∞/∞ after the exp of "
    "a large number, or from the log or root of a negative one; in a gradient also from what `where` hides afterwards. "
    "Which step makes the first one?",
    "infinity": "There are infinite values where finite ones are expected. Does something divide by zero, take the "
    "log of zero, or the exp of a large number?",
    "zeros": "All values are 0, exactly or up to rounding. Was the result never filled, is a gradient never assigned, "
    "or does everything cancel?",
    "another value": "This is the value of something else in the notebook, not of what is asked for here. What "
    "does your code read here that it reads there, too, and which step leads from the one to the other?",
    "inverted": "The exact opposite of what is expected: set where it should not be, and not set where it should. "
    "Check the direction of the comparison or of the mask.",
    "constant": "The same value stands everywhere, where different ones are expected. Is one result computed for all "
    "and then spread, or does each new round overwrite what is there already?",
    "uniform": "All weights are equal: every place counts the same, also one that should count less or not at all. "
    "Which scores lead to equal weights, and which one to the weight 0?",
    "sign": "Right but for the sign. Is a minus missing, or is a difference taken the wrong way round?",
    "offset": "Everything is off by the same number. Is a constant added once too often or left out, or does a count "
    "begin at the wrong place?",
    "factor and offset": "Up to one factor and one constant the values are right. Which scaling and which shift does "
    "the formula have, and in which order?",
    "nearly right": "You are close: too far off for rounding, and very near for a wrong formula. Think of small "
    "things: an ε, n or n − 1, a rounded constant, a lower precision.",
    "softmax of scaled logits": "Yours is a softmax too, but of logits that are scaled in another way. How are the "
    "scores scaled before the softmax, and by the root of which size?",
    "other axis": "It is normalised along another axis than expected. What do the axes stand for, and over which one "
    "is to be summed or averaged?",
    "sums are not 1": "What should sum to 1 does not. Where is it normalised, over which axis, and does something "
    "still change it afterwards?",
    "off by one": "The number is off by one. What is counted once too often, or left out?",
}

_SHAPES: Final = {
    "keepdim": "The values are right, but an axis of size 1 is missing, too many, or in another place. Think of "
    "`keepdim`, and of what the next step would broadcast.",
    "transposed": "Your result is the transpose of the expected one: rows and columns have changed places. Which axis "
    "stands for what, and which factor of a product must be transposed?",
    "axes permuted": "The numbers are right, but the axes are in another order. Follow the meaning of each axis "
    "through the transposes and views.",
    "reshaped": "The numbers are right and in the right order, only the shape is another. Which axes are to be merged "
    "or split?",
    "broadcast to N×N": "A result for each example became one for each pair of examples. That happens when a column "
    "meets a flat tensor: look at the shapes before the operation.",
    "repeated": "The right values, but repeated: two tensors whose shapes do not match were broadcast against each "
    "other. Where?",
    "to be repeated": "The values are right where they stand, but there are too few of them. Each belongs to several "
    "places: is the result of one step to be spread over an axis?",
    "one entry too many": "There is one entry too many at an end of an axis; the others are right. Where does the "
    "loop or the range begin and end?",
    "one entry too few": "One entry is missing at an end of an axis; those that are there are right. Where does the "
    "loop or the range begin and end?",
    "only the first": "Yours is only the first of what is expected; the others are missing. Is something inside a "
    "loop that belongs after it, or the other way round?",
    "only the last": "Yours is only the last of what is expected; the others are missing. Is something inside a loop "
    "that belongs after it, or the other way round?",
    "not summed": "You are one step before the end: your values are still to be summed. Where did the formula, or "
    "broadcasting, use one value several times?",
    "not averaged": "You are one step before the end: your values are still to be averaged. Where did the formula, or "
    "broadcasting, use one value several times?",
    "sum too many": "Yours is a sum of the expected result. Is one sum taken too many?",
    "mean too many": "Yours is a mean of the expected result. Is one mean taken too many?",
    "summed over the other axis": "The shape tells that you summed, or averaged, over the wrong axis. What does each "
    "axis stand for, and for which of them is there to be one number each?",
    "axis not reduced": "There is to be one number where you have many. Is there still a sum, or a mean, to be taken, "
    "or were two shapes broadcast against each other?",
}

_PLACES: Final = {
    "no mask": "Nothing is hidden: each position also sees those after it. Is the mask applied, and before the "
    "softmax?",
    "mask flipped": "Your mask is the wrong way round: a position sees what comes after it. Which side of the diagonal "
    "is the future?",
    "mask one too strict": "Your mask hides one diagonal too many: position t does not see itself.",
    "mask one too lax": "Your mask hides one diagonal too few: position t still sees t + 1.",
    "mask inverted": "Zeros stand exactly where something is expected, and something where zeros are: a mask or a "
    "condition is used the other way round. What does True stand for in it?",
    "hidden places have weight": "Among the places that may be seen your weights have the right proportions, but "
    "hidden places have weight, too. Which score leads to the weight 0?",
    "not zero": "What must not be 0 is right, but something that must be 0 is not. Which condition or mask sets it "
    "to 0?",
    "zero": "Some values are 0 and should not be; the others are right. Are these never reached, overwritten, or cut "
    "off?",
    "True too often": "Yours is True too often, and nowhere is it the other way round. Which condition decides it?",
    "True too seldom": "Yours is True too seldom, and nowhere is it the other way round. Which condition decides it?",
    "reversed": "Right, but in reverse order. From which end does the loop, or the formula, start?",
    "shifted by one": "Right, but one place too early or too late: an index is off by one. Does the count begin at 0 "
    "or at 1, and where does the loop end?",
    "permuted": "All parts are there, but some stand at another's place. What decides their order?",
    "same numbers elsewhere": "Exactly the expected numbers, but at other places. What decides where each one stands: "
    "an index, a flip, a transpose, which moves numbers, or a `view` or `reshape`, which only cuts their row anew?",
    "diagonal": "Right but for the diagonal. What is special where an index meets itself?",
    "some wrong": "Some parts are wrong, and the others are right. What is special about the wrong ones: the first or "
    "last, a repeated index, a maximum, a border?",
    "some right": "Some parts are right, so the formula is not all wrong. Why can it be right there, and not "
    "elsewhere?",
    "few wrong": "Only few values are wrong. What is special about these: an index, a label, a maximum, a border?",
    "mostly one row or column": "You are close, but for one row or column. What is special there: very small numbers, "
    "beside which an ε counts?",
    "all alike": "All your rows, or columns, are the same, and they should differ. Is one of them spread over all, or "
    "is something averaged over the wrong axis?",
}

_OTHERS: Final = {
    "term missing": "What is missing is made of another value of the notebook: a sum has one term too few. Through "
    "how many paths does the result depend on it?",
    "term too many": "A sum has one term too many, made of another value of the notebook: is it added twice, or where "
    "it does not belong?",
    "term with another weight": "The difference between yours and the expected values is a multiple of a term that is "
    "made of other values of the notebook. With which factor does it enter?",
    "another term": "The difference between yours and the expected values is a product with a function of another "
    "value. Which term, or which slope, do you compute in another way?",
    "another mixture": "Yours is a mixture of the expected values and other ones: the parts are right, but not their "
    "weights. Which weight belongs to which, and which divisor to which part?",
    "factor missing": "A factor is missing that is made of another value of the notebook. Where does it enter the "
    "formula, and with which exponent?",
    "factor too many": "There is a factor too many that is made of another value of the notebook. Is it there once too "
    "often, or does it belong into the denominator?",
    "made from others": "What you have computed is made of other values of the notebook, in another way than asked "
    "for. Which operation is asked for, and on which values?",
    "one entry of each row": "Each of your values is a single entry of a row of another value. Is one entry asked for "
    "here, or something of the whole row?",
    "a factor per row and column": "Your values are right up to one factor for each row and one for each column. That "
    "happens when a matrix is divided by sums, or norms, that are taken over the wrong axis, broadcast along it, or "
    "lack a root or a square.",
    "rows and columns do not meet": "Each of your values is made of a number of its row and a number of its column: "
    "nowhere do the two act on each other. At which step should they have met?",
}

_ITEMS: Final = {
    "empty": "It is empty. Is anything ever added to it, and is it returned after the loop?",
    "right up to a place": "It begins right and goes apart later. Do the first step that goes wrong by hand: what "
    "happens there for the first time?",
    "items of another type": "The items are of another type than asked for.",
    "keys of another type": "The keys are of another type than asked for.",
    "one item too many": "One item is too many; all before and after it is right. Why is it put in at that place?",
    "one item missing": "One item is missing; all before and after it is right. Why is it left out at that place?",
    "too many at the end": "All is right but for what is too many at the end. What decides where it ends?",
    "too many at the beginning": "All is right but for what is too many at the beginning. What decides where it "
    "begins?",
    "missing at the end": "All is right but for what is missing at the end. What decides where it ends?",
    "missing at the beginning": "All is right but for what is missing at the beginning. What decides where it begins?",
    "repetitions dropped": "Each item stands there only once, but the repeated ones count, too. Does something (a "
    "set, the keys of a dict) remove repetitions?",
    "swapped": "The two have changed places. Which one comes first?",
    "another order": "The right items in another order. What decides the order, and what when two are equal?",
    "the same twice": "The same stands at two places, at one of which it is wrong. Are both one and the same object, "
    "changed in place, where a new one was to be made?",
    "nesting": "The right items in the right order, but a level of nesting is lost or one too many. Think of `append` "
    "and `extend`.",
    "counts too small": "Several counts are too small, none is too large: something is skipped. By how far does the "
    "loop go on in each step?",
    "counts too large": "Several counts are too large, none is too small: something is counted twice. By how far does "
    "the loop go on in each step?",
    "keys missing": "Keys are missing. What do the missing ones have in common? Think of the last round of a loop, and "
    "of conditions.",
    "keys too many": "All that is asked for is right, but there are keys too many. Which condition would leave out "
    "what does not belong?",
    "keys and values": "Keys and values have changed places. What is to be looked up by what?",
    "keys reversed": "The tuples that are the keys are the wrong way round.",
    "values permuted": "The right keys and the right values, but not each value at its key.",
    "members missing": "All members are right, but some are missing. Which ones does the code skip?",
    "members too many": "All that is asked for is there, and more. Which condition would leave the others out?",
    "type": "The content is right; only its type is not the one that is asked for.",
}

_TEXTS: Final = {
    "characters for bytes": "These are characters, and bytes are expected. A character outside of ASCII takes two to "
    "four bytes in UTF-8. How does one get from a text to its bytes?",
    "text for bytes": "The right content, but as characters: the text must still be encoded.",
    "bytes for text": "The right content, but still as bytes, not as a text.",
    "bytes for a list": "The right numbers, but in an object of type `bytes`, which can hold nothing above 255 and "
    "can't be changed. What type is asked for?",
    "a set for a list": "A set, or a dict, has no repetitions, and no order of its own. Here both count.",
    "blanks": "All is right but for blanks or line ends. Are the parts joined as they should be?",
    "case": "All is right but for capital and small letters.",
    "replacement missing": "All is right but for the �, which are missing: what could not be read was dropped, and "
    "nothing shows it. What is to stand there?",
    "end missing": "What is there is right, but it ends too early. What ends it?",
    "end too late": "It begins right, but goes on too long. What is to end it?",
    "shown bytes": "Your text begins with b and a quote: that is how Python shows bytes, not the text that they stand "
    "for.",
    "bytes as characters": "Each byte became a character of its own. Where does one character take several bytes, and "
    "what puts them together again?",
    "broken characters": "Where a character should be there are �: pieces of characters were decoded one by one. When "
    "are all bytes of a character together?",
    "first merge that differs": "A merge is another one than expected. Count the pairs by hand: how often does yours "
    "occur, which others occur as often, and which of them is to be taken?",
    "first id that differs": "From some place on other ids stand there than expected. Which merge was done first at "
    "that place, and which one has the earlier id?",
    "bytes dropped": "All bytes up to 127 are right, and all above are missing: the characters that are not ASCII got "
    "lost. Into which bytes does such a character turn?",
    "overlapping merges": "The new id stands there too often: in a run like aaa an item went into two pairs. Where "
    "does the search go on after a merge?",
    "ids as characters": "Your text contains characters of code 256 and more where pieces of several characters "
    "belong: an id was taken for the code of a character. What does an id stand for, and where is that looked up?",
    "unknown id": "A pair contains an id that no merge before it has made. With which ids does training begin, and "
    "what is the largest of them?",
    "the same pair each time": "There is a single merge, and it has a late id: the same pair was found in each round "
    "and overwritten. What has to be different when the next round begins?",
    "another encoding": "These bytes stand for the right text, but in another encoding. Which encoding is asked for, "
    "and what does it make of an ASCII letter?",
}

_CODE: Final = {
    "no return": "A function comes to its end without a `return`, so its result is None. Which value is it to give "
    "back, and does each way through it end in a `return`?",
    "return in the first round": "A `return` stands inside a loop, so the loop ends in its first round. Should it come "
    "after the loop?",
    "result thrown away": "A line computes something and keeps nothing of it. Does the call change what it is called "
    "on, or does its result need a name?",
    "variable of the notebook": "A function reads a variable of the notebook, and is called here with other data. "
    "Which of its arguments should it look at instead?",
    "argument never used": "A function never looks at one of its arguments: whatever is passed there, the result is "
    "the same. What is that argument for?",
    "size as a number": "A number that is a size of the notebook's data is written into a function, and the data have "
    "another size here. Which shape can tell it?",
    "default that is kept": "A default value is a list, dictionary or set, made once when the function is defined: "
    "what one call adds to it is there in the next. Make it new inside the function.",
    "kept between calls": "A function changes something that is made once, outside of it: what an earlier call left "
    "is still there. Make it new inside the function.",
    "classes from the data": "A one-hot or a count is not told how many classes there are, and makes only as many as "
    "the largest one that occurs needs. Pass the number.",
    "graph lost": "Somewhere only the numbers of a tensor are taken, and how they were computed is forgotten: "
    "`backward` finds no way back to the parameters. Compute with the tensors themselves.",
    "overwritten in each round": "A loop gives a name a new value in each round, and only the last one is left after "
    "it. Where are the others kept, or added up?",
    "begun anew in each round": "A start value is set inside the loop, so each round begins anew and only the last is "
    "left. Should it be set before the loop?",
    "axes not moved": "A view or reshape asks for an axis between two that lie side by side: it cuts the numbers in "
    "the order in which they lie, and moves none. Which two axes have to change places?",
    "compared with NaN": "Something is compared with NaN, and NaN is equal to nothing, not even to itself. "
    "`torch.isnan` asks that question.",
    "None from a call": "A name gets what a call like `append` or `sort` gives back, and that is None: the call "
    "changes what it is called on. Write it alone.",
    "hidden name": "A value of your own has the name of one of Python's functions, and hides it. Give the value "
    "another name.",
    "local name": "A function reads a name before it has given it a value. A name that a function assigns anywhere is "
    "its own in all of its lines.",
    "self missing": "A method reads a name that the object keeps as its own: `self.` is missing in front of it.",
    "method not called": "The brackets after a method are missing: without them it is the method itself, and not its "
    "result.",
    "value never used": "A function computes a value and never uses it. Where does it belong?",
    "argument changed in place": "A function writes into one of its arguments, so what comes later meets the changed "
    "one. Work on a new value, or on a copy.",
}


def _of_factors() -> Iterator[tuple[str, str]]:
    for cause, text in _FACTORS.items():
        kind, _, name = cause.partition("factor ")
        yield cause, text
        yield f"factor -{name}" if not kind and name != "√(m/n)" else f"-{cause}", f"{text} The sign is wrong, too."


def _of_functions() -> Iterator[tuple[str, str]]:
    after = "Yours are the {} of the expected values: one step too many, or something else was asked for."
    before = (
        "The expected values are the {} of yours: you are one step before the end, or an earlier step leaves something "
        "out."
    )
    for name in _FUNCTIONS:
        yield f"after: {name}", after.format(name)
        yield f"before: {name}", before.format(name)


def _of_groups() -> Iterator[tuple[str, str]]:
    for kind in ("row", "column", "slice", "line"):
        for cause, text in _GROUPS.items():
            yield f"{cause} {kind}", text.format(kind)


FIXED: Final[Mapping[str, str]] = MappingProxyType(
    {
        **_NUMBERS,
        **_SHAPES,
        **_PLACES,
        **_OTHERS,
        **_ITEMS,
        **_TEXTS,
        **_CODE,
        **dict(_of_factors()),
        **dict(_of_functions()),
        **dict(_of_groups()),
    }
)
