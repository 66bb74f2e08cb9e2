a = f'' f'x' f"{a}"
b = f'{{}}' F'{{{x}}}' fr'\d{y}\d' rf'{z}'
