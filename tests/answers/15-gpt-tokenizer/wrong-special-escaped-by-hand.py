# because: The student escapes only bars and brackets by hand, so other characters with a meaning in a pattern, such as a dot or a plus in a name, fit the wrong text; regex.escape takes care of all of them.
# batch: 1
# told: true author bars and square brackets escaped by hand, with a length
# %% solution-special
def split_special(text, special):
    if not special:
        return [text]
    names = []
    for name in special:
        for sign in "|[]":
            name = name.replace(sign, "\\" + sign)
        names.append(name)
    pieces = regex.split("(" + "|".join(names) + ")", text)
    return [p for p in pieces if len(p) > 0]
