### The labels of controls that several demos have. A label in a demo’s own file takes precedence.

## The labels of the controls.

control-x = Position x
control-slope = Slope for negative inputs
control-alpha = α (alpha)
control-w1 = Slope w₁
control-b1 = Intercept b₁
control-w2 = Slope w₂
control-b2 = Intercept b₂
control-width = Width (neurons per layer)
control-seed = Random seed
control-depth = Depth n (layers)
control-b = Bias b
control-rate = Learning rate η
control-own = Your function f(x)
