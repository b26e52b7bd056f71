# fails: chat: learned
# because: END after an assistant's message is not learned, so the model never stops; it belongs to what is learned.
# batch: 2
# told: true author chat: the end not learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for m in messages:
        head = [START] + to_ids(m["role"] + "\n")
        body = to_ids(m["content"])
        tail = [END] + to_ids("\n")
        ids += head + body + tail
        learn += [False] * len(head) + [m["role"] == "assistant"] * len(body) + [False] * len(tail)
    if prompt:
        head = [START] + to_ids("assistant\n")
        ids += head
        learn += [False] * len(head)
    return ids, learn
