def a():
  def b():
    class C:
      def d(self):
        for e in f:
          while g:
            try:
              with h:
                if i: j
            finally: k
  return b
