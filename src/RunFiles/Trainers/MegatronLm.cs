namespace ScalingAnalyzers.RunFiles;

/// <summary>NVIDIA's Megatron-LM: flags in a shell script, or the arguments that it prints in its log.</summary>
internal static class MegatronLm
{
    public static TrainerTable Table { get; } = new("Megatron-LM", "Megatron-LM")
    {
        Source = "NVIDIA/Megatron-LM 157006d6, megatron/training/arguments.py, examples/gpt3/train_gpt3_175b_distributed.sh",
        Formats = [FileFormat.Shell, FileFormat.ArgumentDump, FileFormat.Yaml, FileFormat.Json],
        Marks =
        [
            ["num_layers", "tensor_model_parallel_size"], ["num_layers", "micro_batch_size"], ["train_samples", "seq_length"],
            ["train_iters", "micro_batch_size"], ["train_iters", "tensor_model_parallel_size"], ["num_layers", "swiglu"],
            ["num_layers", "group_query_attention"],
            ["num_layers", "untie_embeddings_and_output_weights"],
        ],
        Foreign = ["train_micro_batch_size_per_gpu", "pipe_parallel_size"],
        Others = ["WORLD_SIZE"],
        Keys =
        [
            new("train_iters", ConfigRole.MaxSteps, "steps"),
            new("train_samples", ConfigRole.TrainingSequences, "sequences of the run"),
            new("global_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("rampup_batch_size", ConfigRole.BatchRampUp, "start, increment, sequences")
            {
                Read = content => new KeyReading(ConfigRole.BatchRampUp, content is null ? null : Scalars.Show(content)),
            },
            new("decoder_seq_length", ConfigRole.SequenceLength, "tokens of the decoder"),
            new("seq_length", ConfigRole.SequenceLength, "tokens"),
            new("lr", ConfigRole.LearningRate, ""),
            new("optimizer", ConfigRole.Optimizer, ""),
            new("tensor_model_parallel_size", ConfigRole.TensorParallel, "devices") { Default = 1L },
            new("pipeline_model_parallel_size", ConfigRole.PipelineParallel, "devices") { Default = 1L },
            new("context_parallel_size", ConfigRole.ContextParallel, "devices") { Default = 1L },
            new("expert_model_parallel_size", ConfigRole.ExpertParallel, "devices") { Default = 1L },
            new("data_parallel_size", ConfigRole.DataParallel, "devices"),
            new("world_size", ConfigRole.AcceleratorCount, "accelerators"),
            new("use_distributed_optimizer", ConfigRole.ZeroStage, "the ZeRO stage of the same state")
            {
                Read = content => content switch
                {
                    true => new KeyReading(ConfigRole.ZeroStage, 1L),
                    _ => new KeyReading(ConfigRole.ZeroStage, null),
                },
            },
            new("accumulate_allreduce_grads_in_fp32", ConfigRole.GradientPrecision, "") { Read = Contents.GradientsIn32Bits },
            new("recompute_granularity", ConfigRole.Recomputation, ""),
            new("bf16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("bf16") },
            new("fp16", ConfigRole.Precision, "") { Read = Contents.PrecisionIf("fp16") },
        ],
        Model = new ModelTable
        {
            Family = tree => !tree.Has("num_layers") ? (null, null) : MegatronKeys.WhyNot(tree, "") is { } why ? (null, why)
                : ("megatron", null),
            Watched = [.. MegatronKeys.Watched("")],
            Keys = MegatronKeys.Flags(""),
            VocabularyField = "padded_vocab_size",
        },
        Finish = Finish,
        Refuse = draft => Precisions.RefuseTwo(draft, "bf16", "fp16"),
        Traps =
        [
            new("--rampup-batch-size lets the batch grow: iterations x batch is then too many tokens.", "arguments.py"),
            new("--train-samples counts sequences, --train-iters steps.", "arguments.py"),
            new("--num-query-groups counts only with --group-query-attention.", "arguments.py"),
            new("The vocabulary is padded to --make-vocab-size-divisible-by x the tensor-parallel size.", "megatron/training/tokenizer"),
            new("Without --global-batch-size a step is one micro-batch of each rank.", "arguments.py"),
            new("Beside --decoder-seq-length, --seq-length is the length of the image's embedding.",
                "examples/multimodal/nvlm/pretrain_yi_34b_internvit_6b.sh"),
            new("--quick-geglu has a gate as --swiglu does, and the width of GPT where none is given.",
                "megatron/training/argument_utils.py"),
            new("A flag without a value is true.", "arguments.py"),
            new("--bf16 and --fp16 together end the program.", "arguments.py"),
            new("--vocab-file and --merge-file are files: the size is --vocab-size, or the tokenizer's.", "arguments.py"),
            new("With --bf16, gradients are accumulated in 32 bits unless --grad-reduce-in-bf16 stands beside it.", "arguments.py"),
            new("The 175B example has one node for 8 x 16 parallel devices: it does not run as it stands.",
                "train_gpt3_175b_distributed.sh"),
        ],
    };

    private static void Finish(RunDraft draft)
    {
        if (draft[ConfigRole.GlobalBatchSequences] is null && draft[ConfigRole.GradientAccumulationSteps] is null)
            draft.Give(ConfigRole.GradientAccumulationSteps, "one micro-batch a step", 1L, "forward passes of a rank");
        if (draft[ConfigRole.GradientPrecision] is null && draft.Tree.Truth("bf16") == true
            && !draft.Tree.Has("grad_reduce_in_bf16") && !draft.Tree.Has("main_grads_dtype"))
            draft.Give(ConfigRole.GradientPrecision, "gradients of BF16 weights", "FP32", "");
        MegatronKeys.ReadGroups(draft);
        if (draft[ConfigRole.AcceleratorCount] is null) ReadDevices(draft);
    }

    // Scripts compute the world size from the nodes, or name the nodes so (NNODES=$WORLD_SIZE).
    private static void ReadDevices(RunDraft draft)
    {
        var world = draft.Find("WORLD_SIZE");
        foreach (var (nodes, devices) in Worlds)
        {
            if (draft.Find(nodes) is not { } first || draft.Find(devices) is not { } second) continue;
            if (Scalars.Product(Scalars.Whole(first.Content), Scalars.Whole(second.Content)) is not { } all) break;
            if (Scalars.Whole(world?.Content) is { } size && size != all && size != Scalars.Whole(first.Content))
                draft.PutUnknown(ConfigRole.AcceleratorCount, "WORLD_SIZE", "it is not " + nodes + " x " + devices, world);
            else
                draft.Put(ConfigRole.AcceleratorCount, nodes + " x " + devices, all, "accelerators", first);
            return;
        }

        if (Scalars.Whole(world?.Content) is > 0 and var count)
            draft.Put(ConfigRole.AcceleratorCount, "WORLD_SIZE", count, "accelerators", world);
    }

    private static (string Nodes, string Devices)[] Worlds { get; } =
    [
        ("NUM_NODES", "GPUS_PER_NODE"), ("NNODES", "GPUS_PER_NODE"), ("NNODES", "NPROC_PER_NODE"), ("nnodes", "nproc_per_node"),
    ];
}
