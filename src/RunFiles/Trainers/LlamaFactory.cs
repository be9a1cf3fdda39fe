using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>LLaMA-Factory: TrainingArguments with words of its own for data and method.</summary>
internal static class LlamaFactory
{
    public static TrainerTable Table { get; } = new("LLaMA-Factory", "Hugging Face Transformers")
    {
        Source = "hiyouga/LLaMA-Factory 072bfe29 and 003a2acb, src/llamafactory/hparams",
        Formats = [FileFormat.Yaml, FileFormat.Json, FileFormat.Shell],
        Marks = [["cutoff_len", "model_name_or_path"], ["finetuning_type", "model_name_or_path"], ["cutoff_len", "finetuning_type"]],
        Foreign = ["base_model", "trainer."],
        Keys =
        [
            .. TrainingArguments.Table.Keys.Where(row => row.Role != ConfigRole.SequenceLength),
            new("cutoff_len", ConfigRole.SequenceLength, "tokens") { Default = 2048L },
        ],
        Finish = Finish,
        Refuse = draft => Precisions.RefuseTwo(draft, "bf16", "fp16"),
        Traps =
        [
            new("cutoff_len is the length of each sequence only with packing, which stage pt turns on by itself.", "parser.py"),
            new("finetuning_type is lora where the file has none: the model's weights are then frozen.", "finetuning_args.py"),
            new("stage pt continues the pre-training of model_name_or_path; the others fine-tune it.", "finetuning_args.py"),
            new("max_steps -1 means that the epochs count.", "training_args.py"),
        ],
    };

    private static void Finish(RunDraft draft)
    {
        TrainingArguments.ReadWorld(draft);
        var stage = draft.Find("stage");
        bool isPretraining = stage is { Content: "pt" };
        if (stage is not { Unknown: not null } && draft.Find("train_from_scratch") is not { Content: not false })
            draft.Give(ConfigRole.Stage, "stage", isPretraining ? "ContinuedPretraining" : "FineTuning", "");
        ReadMethod(draft);
        bool isPacked = draft.Find("packing") is { } packing ? packing.Content is true || (packing.Content is null && isPretraining)
            : isPretraining;
        if (!isPacked && draft[ConfigRole.SequenceLength] is { Unknown: null } length)
            draft.PutUnknown(ConfigRole.SequenceLength, length.Key, "without 'packing: true' it is the longest sequence, not the length "
                + "of each", draft.Tree[length.Key]);
    }

    private static void ReadMethod(RunDraft draft)
    {
        var method = draft.Find("finetuning_type");
        if (method is { Content: "full" } or { Unknown: not null }) return;
        var bits = draft.Find("quantization_bit");
        draft.Freeze(method ?? new KeyEntry("", "finetuning_type", "lora", 0, 0), bits is { Content: not null });
    }
}
