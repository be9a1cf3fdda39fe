using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Karpathy's nanoGPT: Python assignments over the defaults of train.py.</summary>
internal static class NanoGpt
{
    // A file with sizes alone may be a model's class.
    private static string[] Beside { get; } = ["out_dir", "dataset", "max_iters", "learning_rate", "batch_size", "wandb_log"];

    public static TrainerTable Table { get; } = new("nanoGPT", "nanoGPT")
    {
        Source = "karpathy/nanoGPT 11ce254d, train.py, config/train_gpt2.py",
        Formats = [FileFormat.Python],
        Marks =
        [
            ["batch_size", "block_size"], ["max_iters", "batch_size"], ["max_iters", "lr_decay_iters"],
            .. Beside.Select(key => new[] { "n_layer", "n_embd", key }),
        ],
        Foreign = ["training", "per_device_train_batch_size", "rank_microbatch_size"],
        Keys =
        [
            new("max_iters", ConfigRole.MaxSteps, "steps") { Default = 600_000L },
            new("batch_size", ConfigRole.BatchSequences, "sequences of a forward pass of a rank") { Default = 12L },
            new("gradient_accumulation_steps", ConfigRole.GradientAccumulationSteps,
                "forward passes of ALL ranks together") { Default = 40L },
            new("block_size", ConfigRole.SequenceLength, "tokens") { Default = 1024L },
            new("learning_rate", ConfigRole.LearningRate, "") { Default = 6e-4 },
            new("dtype", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Model = new ModelTable
        {
            // The shape is built below: train.py's defaults make a model of any file.
            Family = _ => (null, null),
            Keys =
            [
                new("n_layer", "n_layer", ConfigRole.Layers) { Default = 12L },
                new("n_head", "n_head", ConfigRole.AttentionHeads) { Default = 12L },
                new("n_embd", "n_embd", ConfigRole.HiddenSize) { Default = 768L },
                new("bias", "bias") { Default = false },
                new("vocab_size", "vocab_size", ConfigRole.VocabularySize) { Default = 50304L },
            ],
        },
        Shape = Model,
        Refuse = Accumulation,
        Traps =
        [
            new("gradient_accumulation_steps is the total: train.py divides it by the world size, so multiplying by the GPUs is too many.",
                "train.py; nanoGPT#543, #354, #340, #283"),
            new("The world size must divide gradient_accumulation_steps: train.py ends where it does not.", "train.py"),
            new("Sizes that a config does not assign are train.py's.", "train.py"),
            new("Comments are not reliable: a stored config has 104 and 128 under a comment with 12 and 5.", "config/train_gpt2.py"),
        ],
    };

    private static void Model(RunDraft draft)
    {
        long? layers = Size(draft, "n_layer", 12), heads = Size(draft, "n_head", 12), width = Size(draft, "n_embd", 768);
        foreach (var key in draft.Table.Model!.Keys)
        {
            if (key.Role != ConfigRole.None && draft.Find(key.Key) is { Unknown: null, Content: long } entry)
                draft.Put(key.Role, entry.Path, entry.Content, "", entry);
        }

        long? rows = Rows(draft), positions = draft.Whole(ConfigRole.SequenceLength);
        var bias = draft.Find("bias");
        bool isOpen = bias is null ? draft.Near("bias") is not null : bias.Unknown is not null || bias.Content is not bool;
        if (layers is null || heads is null || width is null || rows is null || positions is not (> 0 and < int.MaxValue) || isOpen)
        {
            draft.ModelOpen = rows is null ? "the vocabulary comes from the data set" : "a size of its model is unknown";
            return;
        }

        bool isBiased = bias?.Content is true;
        draft.Shape = new TransformerShape
        {
            Layers = (int)layers,
            HiddenSize = (int)width,
            Heads = (int)heads,
            FeedForwardSize = (int)(4 * width),
            VocabularySize = (int)rows,
            TiedEmbeddings = true,
            GatedFeedForward = false,
            Norm = isBiased ? NormKind.Layer : NormKind.LayerWithoutBias,
            Positions = PositionEncoding.Learned,
            LearnedPositions = (int)positions,
            Biases = isBiased ? Biases.Block : Biases.None,
        };
    }

    private static void Accumulation(RunDraft draft)
    {
        if (draft[ConfigRole.GradientAccumulationSteps] is not { } steps || draft.Whole(steps.Role) is not { } total
            || draft.Whole(ConfigRole.AcceleratorCount) is not { } gpus || gpus < 1 || total % gpus == 0) return;
        draft.Refuse(steps, string.Create(CultureInfo.InvariantCulture, $"'{steps.Key}' is {total}, the total of all ranks, and {gpus} "
            + $"GPUs do not divide it: train.py ends at its start. Make it a multiple of {gpus}."));
    }

    // A data set with characters of its own replaces train.py's vocabulary.
    private static long? Rows(RunDraft draft)
    {
        bool isOwn = draft.Find("dataset") is { } data ? data.Content is not "openwebtext" : draft.Near("dataset") is not null;
        return draft.Whole(ConfigRole.VocabularySize) ?? (isOwn && draft.Find("vocab_size") is null ? null
            : Size(draft, "vocab_size", 50304));
    }

    private static long? Size(RunDraft draft, string key, long otherwise)
    {
        if (draft.Find(key) is not { } entry) return draft.Near(key) is null ? otherwise : null;
        return entry.Content is long and > 0 and < 100_000_000 ? (long)entry.Content : null;
    }
}
