# karpathy/nanoGPT 04a1d697, config/train_shakespeare_char.py
eval_iters = 200
gradient_accumulation_steps = 1
batch_size = 64
block_size = 256 # context of up to 256 previous characters
n_layer = 6
n_head = 6
n_embd = 384
learning_rate = 1e-3 # with baby networks can afford to go a bit higher
max_iters = 5000
lr_decay_iters = 5000
dataset = 'shakespeare_char'
