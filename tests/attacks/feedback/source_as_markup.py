"""Put the markup into the code itself, which the page shows: strings, comments, names, a very long line.

"""
# </pre></div></code><script>document.title='ATTACK_ACTIVE'</script> <!-- {{ 7*7 }} $\href{javascript:ATTACK_ACTIVE}{x}$
r"""</script><script>document.title='ATTACK_ACTIVE'</script><img src=x onerror="document.title='ATTACK_ACTIVE'">
### END SOLUTION
### BEGIN HIDDEN TESTS
"""
ﬁne = "ATTACK_ACTIVE" * 2  # a name that Python writes in other letters
