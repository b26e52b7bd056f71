# because: The student put the bytes of each character together into one big integer; each byte has to be an id of its own, from 0 to 255.
# fails: to_ids, greeting
# batch: 1
# told: true author one big number for each character
# %% solution-to-ids
def to_ids(text):
    ids = []
    for character in text:
        encoded = character.encode("utf-8")
        ids.append(int.from_bytes(encoded, "big"))
    return ids
