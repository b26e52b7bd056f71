# fails: chat: tokens
# because: The line break after END is forgotten; each message ends with END and a line break.
# batch: 2
# told: true author chat: no line break after the end
# %% solution-chat
def chat(messages, to_ids, prompt):
    ids, learn = [], []

    def say(tokens, flag):
        ids.extend(tokens)
        learn.extend([flag] * len(tokens))

    for m in messages:
        say([START, *to_ids(m["role"]), *to_ids("\n")], False)
        say([*to_ids(m["content"]), END], m["role"] == "assistant")
    if prompt:
        say([START, *to_ids("assistant\n")], False)
    return ids, learn
