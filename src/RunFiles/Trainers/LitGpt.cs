using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Lightning AI's LitGPT: YAML for its commands pretrain and finetune.</summary>
internal static class LitGpt
{
    public static TrainerTable Table { get; } = new("LitGPT", "litgpt")
    {
        Source = "Lightning-AI/litgpt 02f2fca4 and 0363060b, litgpt/args.py, litgpt/pretrain.py, litgpt/finetune/full.py",
        Formats = [FileFormat.Yaml],
        Marks =
        [
            ["train.max_tokens", "train.global_batch_size"], ["train.max_tokens", "train.micro_batch_size"],
            ["train.max_tokens", "train.max_seq_length"],
            .. new[] { "model_name", "model_config", "checkpoint_dir" }.SelectMany(key => new[]
            {
                "train.max_tokens", "train.micro_batch_size", "train.global_batch_size", "train.lr_warmup_steps",
                "train.lr_warmup_fraction",
            }.Select(beside => new[] { key, beside })),
        ],
        Keys =
        [
            new("train.max_tokens", ConfigRole.TrainingTokens, "tokens of the run"),
            new("train.max_steps", ConfigRole.MaxSteps, "steps; only finetune"),
            new("train.epochs", ConfigRole.Epochs, "epochs; only finetune"),
            new("train.global_batch_size", ConfigRole.GlobalBatchSequences, "sequences of all ranks"),
            new("train.micro_batch_size", ConfigRole.MicroBatchSequences, "sequences of a data-parallel rank"),
            new("train.max_seq_length", ConfigRole.SequenceLength, "tokens"),
            new("optimizer.init_args.lr", ConfigRole.LearningRate, ""),
            new("optimizer.class_path", ConfigRole.Optimizer, "")
            {
                Read = content => new KeyReading(ConfigRole.Optimizer, content is string path ? path.Split('.')[^1] : content),
            },
            new("checkpoint_dir", ConfigRole.StartingPoint, "a folder"),
            new("initial_checkpoint_dir", ConfigRole.StartingPoint, "a folder"),
            new("precision", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Finish = Finish,
        Refuse = Refuse,
        Traps =
        [
            new("max_tokens ends pretrain; max_steps and epochs are refused there, and they end finetune.",
                "pretrain.py, finetune/full.py"),
            new("pretrain takes 3e12 tokens and a global batch of 512 where the file has none.", "pretrain.py"),
            new("global_batch_size is rounded down to a multiple of micro_batch_size x devices.", "args.py"),
            new("finetune pads: max_seq_length is the longest sequence, not the length of each.", "finetune/full.py"),
            new("The accelerators are devices x num_nodes, and devices: auto is what the machine has.", "pretrain.py"),
            new("The model is a name in a registry (model_name), not a shape.", "litgpt/config.py"),
        ],
    };

    private static bool IsPretraining(RunDraft draft) => draft.Tree["checkpoint_dir"] is null;

    private static void Finish(RunDraft draft)
    {
        if (draft.Tree.Has("model_config")) draft.ModelOpen = "'model_config' has LitGPT's own words, which are not counted";
        else if (draft.Tree.Text("model_name") is { } name) draft.ModelOpen = "'model_name' is " + name + ", a name in LitGPT's registry";
        if (draft.Find("devices") is { } devices && Scalars.Whole(devices.Content) is { } each)
        {
            long? nodes = draft.Find("num_nodes") is { } written ? Scalars.Whole(written.Content) : 1;
            if (Scalars.Product(each, nodes) is { } all)
                draft.Put(ConfigRole.AcceleratorCount, "devices x num_nodes", all, "accelerators", devices);
        }

        if (IsPretraining(draft))
        {
            draft.Drop(ConfigRole.MaxSteps);
            draft.Drop(ConfigRole.Epochs);
            if (draft[ConfigRole.TrainingTokens] is null)
                draft.GiveDefault(ConfigRole.TrainingTokens, "train.max_tokens", 3_000_000_000_000L, "tokens of the run");
            if (draft[ConfigRole.GlobalBatchSequences] is null)
                draft.GiveDefault(ConfigRole.GlobalBatchSequences, "train.global_batch_size", 512L, "sequences of all ranks");
            return;
        }

        draft.Drop(ConfigRole.TrainingTokens);
        draft.Give(ConfigRole.Stage, "LitGPT finetune", "FineTuning", "");
        if (draft.Find("lora_r") is { Content: not null } rank)
            draft.Freeze(rank, draft.Find("quantize") is { Content: not null });
        if (draft[ConfigRole.SequenceLength] is { Unknown: null, Content: not null } length)
            draft.PutUnknown(ConfigRole.SequenceLength, length.Key, "it is the longest sequence, not the length of each",
                draft.Tree[length.Key]);
    }

    private static void Refuse(RunDraft draft)
    {
        if (!IsPretraining(draft)) return;
        foreach (string key in new[] { "train.max_steps", "train.epochs" })
        {
            if (draft.Find(key) is { Content: not null } entry)
                draft.Refuse(entry, "'" + key + "' is refused by pretrain, which max_tokens ends. Remove it, or name a checkpoint_dir.");
        }
    }
}
