# fails: chat: learned
# because: The END of an assistant's message is not marked; the model has to learn it, or it never stops.
# batch: 1
# told: true author chat: the end not learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    ids, learn = [], []

    def put(tokens, flag=False):
        ids.extend(tokens)
        learn.extend([flag] * len(tokens))

    for m in messages:
        put([START] + to_ids(m["role"] + "\n"))
        put(to_ids(m["content"]), m["role"] == "assistant")
        put([END] + to_ids("\n"))
    if prompt:
        put([START] + to_ids("assistant\n"))
    return ids, learn
