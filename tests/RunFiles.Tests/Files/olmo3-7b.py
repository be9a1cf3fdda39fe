# allenai/OLMo-core, src/scripts/official/OLMo3/OLMo-3-1025-7B-pretrain-1.py
DEFAULT_SEQUENCE_LENGTH = 8192
GLOBAL_BATCH_SIZE = 8192 * 512
LR = 3e-4

def build_config(opts):
    sequence_length = opts.sequence_length or DEFAULT_SEQUENCE_LENGTH
    model_config = TransformerConfig.olmo3_7B(vocab_size=tokenizer_config.padded_vocab_size())
    data_loader_config = NumpyDataLoaderConfig(global_batch_size=GLOBAL_BATCH_SIZE, seed=34521)
    train_module_config = TransformerTrainModuleConfig(
        rank_microbatch_size=2 * 8192,
        optim=SkipStepAdamWConfig(lr=LR, betas=(0.9, 0.95)),
        scheduler=CosWithWarmup(warmup_steps=2000),
    )
    trainer_config = (
        TrainerConfig(
            max_duration=Duration.tokens(int(5e12)),
            hard_stop=Duration.steps(
                597046
            ),
        )
    )
