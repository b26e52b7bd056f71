# fails: chat: learned
# because: The whole of an assistant's message is marked, with START, role and line breaks; only the content and END are learned.
# batch: 1
# told: true author chat: the whole message learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    ids, learn = [], []
    for m in messages:
        piece = [START, *to_ids(m["role"]), *to_ids("\n"), *to_ids(m["content"]), END, *to_ids("\n")]
        ids += piece
        learn += [m["role"] == "assistant"] * len(piece)
    if prompt:
        begin = [START, *to_ids("assistant\n")]
        ids += begin
        learn += [False] * len(begin)
    return ids, learn
