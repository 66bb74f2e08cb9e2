a = f'''
{x
  + y} and
   {z:{w}
}'''
b = (f'one {p}'
     'two'
     f'{q}')
