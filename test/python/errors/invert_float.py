print(~5)
~1.5
