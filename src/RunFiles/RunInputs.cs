using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Inputs that files do not have: what was given, and what is still needed.</summary>
internal static class RunInputs
{
    private static readonly ConfigRole[] Batches =
        [ConfigRole.TokensPerBatch, ConfigRole.GlobalBatchSequences, ConfigRole.MicroBatchSequences, ConfigRole.BatchSequences];

    public static void Give(RunDraft draft, RunFileOptions options)
    {
        draft.Give(ConfigRole.AcceleratorCount, "AcceleratorCount", options.AcceleratorCount, "accelerators");
        draft.Give(ConfigRole.Accelerator, "Accelerator", options.Accelerator, "");
        draft.Give(ConfigRole.Utilization, "Utilization", options.Utilization, "");
        draft.Give(ConfigRole.Parameters, "Parameters", options.Parameters, "parameters");
        draft.Give(ConfigRole.VocabularySize, "VocabularySize", options.VocabularySize, "rows");
        draft.Give(ConfigRole.UniqueTokens, "UniqueTokens", options.UniqueTokens, "tokens");
        GiveLength(draft, options.SequenceLength);
        foreach (var (role, content) in options.Others ?? new Dictionary<ConfigRole, object>()) draft.Give(role, role.ToString(), content,
            "");
    }

    // The length of unpacked sequences is known to who gives it.
    private static void GiveLength(RunDraft draft, long? length)
    {
        if (length is { } given && draft[ConfigRole.SequenceLength] is { Unknown: not null }) draft.Drop(ConfigRole.SequenceLength);
        draft.Give(ConfigRole.SequenceLength, "SequenceLength", length, "tokens");
    }

    /// <summary>What still has to be given, with what the file gives of it.</summary>
    public static IReadOnlyList<RunFileNeed> Needed(RunDraft draft, ConfigRun run)
    {
        var needs = new List<RunFileNeed>();
        bool isTraining = draft.Table.Keys.Count > 0;
        bool knowsTokens = run.Declared.TrainingTokens is not null, knowsSteps = Known(draft, ConfigRole.MaxSteps);
        var batch = Batches.FirstOrDefault(role => Known(draft, role));
        if (isTraining && !knowsTokens)
        {
            if (!knowsSteps && Known(draft, ConfigRole.Epochs))
                needs.Add(new(ConfigRole.UniqueTokens,
                    "the run is declared in epochs, and the number of tokens of the data is not in the file",
                        Shown(draft, ConfigRole.Epochs)));
            else if (!knowsSteps && !Known(draft, ConfigRole.TrainingSequences))
                needs.Add(Missing(draft, ConfigRole.MaxSteps, "neither steps nor tokens of the run are in the file"));
            else if (batch == ConfigRole.None && !Known(draft, ConfigRole.TrainingSequences))
                needs.Add(Missing(draft, Written(draft), "the batch of a step is not in the file"));
            if (batch is not (ConfigRole.TokensPerBatch or ConfigRole.None) && !Known(draft, ConfigRole.SequenceLength))
                needs.Add(Missing(draft, ConfigRole.SequenceLength, "the length of a training sequence is not in the file"));
        }

        if (isTraining && !Known(draft, ConfigRole.AcceleratorCount))
        {
            bool waits = !knowsTokens && batch == ConfigRole.MicroBatchSequences && !Known(draft, ConfigRole.DataParallel);
            needs.Add(new(ConfigRole.AcceleratorCount, waits
                ? "the batch is that of one data-parallel rank, so the tokens wait for it"
                : "hours and memory of a device wait for it", Copies(draft)));
        }

        if (run.Estimate.Counted.ComputeParameters is null)
        {
            needs.Add(draft.ModelOpen is { } why && why.StartsWith("the vocabulary", System.StringComparison.Ordinal)
                ? new(ConfigRole.VocabularySize, why + "; the parameters wait for it", "rows of the embedding, padding included")
                : new(ConfigRole.Parameters, draft.ModelOpen ?? "the file holds no shape of the model",
                    Shown(draft, ConfigRole.StartingPoint)));
        }

        return needs;
    }

    // The batch that is written and cannot be read, if there is one.
    private static ConfigRole Written(RunDraft draft) =>
        Batches.FirstOrDefault(role => draft[role]?.Unknown is not null, ConfigRole.GlobalBatchSequences);

    private static bool Known(RunDraft draft, ConfigRole role) =>
        draft[role] is { Unknown: null, Content: not (null or -1L or "auto" or "none") };

    private static RunFileNeed Missing(RunDraft draft, ConfigRole role, string otherwise) =>
        new(role, draft[role] is { Unknown: { } why } value ? "'" + value.Key + "' is unknown: " + why : otherwise, "");

    private static string Shown(RunDraft draft, ConfigRole role) => Known(draft, role) ? draft[role]!.Key + " = "
        + Scalars.Show(draft[role]!.Content) : "";

    private static string Copies(RunDraft draft)
    {
        var degrees = new[] { ConfigRole.TensorParallel, ConfigRole.PipelineParallel, ConfigRole.ContextParallel }
            .Where(role => draft.Whole(role) > 1).ToList();
        var hints = new List<string>();
        if (Scalars.Product([.. degrees.Select(draft.Whole)]) is { } copy and > 1)
        {
            hints.Add("a multiple of " + copy.ToString(CultureInfo.InvariantCulture) + " ("
                + string.Join(" x ", degrees.Select(role => draft[role]!.Key)) + ")");
        }

        if (draft.DevicesOfNode is { } devices) hints.Add(devices.ToString(CultureInfo.InvariantCulture) + " on one node");
        return string.Join(", ", hints);
    }
}
