using System.Globalization;
using System.Linq;
using System.Numerics;

namespace ScalingAnalyzers.RunFiles;

/// <summary>Ai2's OLMo-core: Python, YAML, and the config.json that it saves; its batch counts tokens.</summary>
internal static class OlmoCore
{
    public static TrainerTable Table { get; } = new("OLMo-core", "OLMo-core")
    {
        Source = "allenai/OLMo-core fa6c5014c9, src/olmo_core/train, src/scripts/official/OLMo3",
        Formats = [FileFormat.Python, FileFormat.Yaml, FileFormat.Json],
        Marks =
        [
            ["data_loader.global_batch_size"], ["train_module.rank_microbatch_size"], ["train_module", "trainer.max_duration"],
            ["rank_microbatch_size", "global_batch_size"], ["train_module", "max_duration"],
        ],
        Keys =
        [
            new("data_loader.global_batch_size", ConfigRole.TokensPerBatch, "TOKENS of all ranks"),
            new("global_batch_size", ConfigRole.TokensPerBatch, "TOKENS of all ranks"),
            new("*.sequence_length", ConfigRole.SequenceLength, "tokens"),
            new("*.max_duration", ConfigRole.MaxSteps, "steps, tokens or epochs, by its unit") { Read = Duration },
            new("*.lr", ConfigRole.LearningRate, ""),
            new("train_module.dp_config.param_dtype", ConfigRole.Precision, "") { Read = Contents.Precision },
        ],
        Finish = Durations,
        Refuse = Batch,
        Traps =
        [
            new("global_batch_size and rank_microbatch_size count tokens: as sequences they are too many by the sequence length.",
                "allenai/open-instruct#1557"),
            new("global_batch_size is a multiple of the sequence length and of rank_microbatch_size x ranks, or the run ends at its start.",
                "src/olmo_core/data/data_loader.py; src/olmo_core/train/trainer.py"),
            new("hard_stop ends a run before its max_duration.", "src/scripts/official/OLMo3/OLMo-3-1025-7B-pretrain-1.py"),
            new("The model is a factory (TransformerConfig.olmo3_7B), not a shape.", "src/scripts/official/OLMo3"),
        ],
    };

    // What is far too small for tokens are sequences.
    private static void Batch(RunDraft draft)
    {
        if (draft[ConfigRole.TokensPerBatch] is not { Line: > 0 } batch || draft.Whole(batch.Role) is not { } tokens) return;
        foreach (string key in new[] { "*.rank_microbatch_size", "*.sequence_length" })
        {
            if (draft.Find(key) is not { Unknown: null } part || Scalars.Whole(part.Content) is not { } size || size < 1
                || tokens % size == 0) continue;
            draft.Refuse(batch, string.Create(CultureInfo.InvariantCulture, $"'{batch.Key}' is {tokens} tokens, which is no multiple of "
                + $"'{part.Path}' ({size}): OLMo-core refuses it. The batch counts tokens, not sequences."));
            return;
        }
    }

    // In YAML and JSON a duration is a table: value and unit.
    private static void Durations(RunDraft draft)
    {
        var most = Duration(draft, "max_duration");
        var stop = Duration(draft, "hard_stop");
        if (most is null && stop is null) return;
        var ends = new[] { most, stop }.OfType<(KeyEntry Entry, KeyReading Reading)>().ToList();
        foreach (var role in Ends) draft.Drop(role);

        // The earlier end counts; where they are not comparable, the run is open.
        foreach (var (entry, reading) in ends.Where(end => end.Reading.Unknown is not null).Take(1))
        {
            draft.PutUnknown(ConfigRole.MaxSteps, entry.Path, reading.Unknown!, entry);
            return;
        }

        var batch = draft.Whole(ConfigRole.TokensPerBatch);
        var tokens = ends.Select(end => Tokens(end.Reading, batch)).ToList();
        var first = ends[0];
        if (ends.Count == 2)
        {
            if (tokens.Contains(null))
            {
                draft.PutUnknown(ConfigRole.MaxSteps, ends[0].Entry.Path,
                    "'max_duration' and 'hard_stop' have units that cannot be compared", ends[0].Entry);
                return;
            }

            first = tokens[1] < tokens[0] ? ends[1] : ends[0];
        }

        draft.Put(first.Reading.Role, first.Entry.Path, first.Reading.Content, "", first.Entry);
    }

    private static ConfigRole[] Ends { get; } =
        [ConfigRole.MaxSteps, ConfigRole.TrainingTokens, ConfigRole.Epochs, ConfigRole.TrainingSequences];

    private static BigInteger? Tokens(KeyReading reading, long? batch) => reading.Role switch
    {
        ConfigRole.TrainingTokens => Scalars.Whole(reading.Content),
        ConfigRole.MaxSteps when batch is { } step && Scalars.Whole(reading.Content) is { } steps => (BigInteger)step * steps,
        _ => null,
    };

    // A Duration is a value with a unit; a bare number is none.
    private static KeyReading Duration(object? content) => content is string or null ? Contents.ComposerDuration(content)
        : new KeyReading(ConfigRole.MaxSteps, null, Scalars.Show(content) + " has no unit; write Duration.steps, .tokens or .epochs");

    private static (KeyEntry Entry, KeyReading Reading)? Duration(RunDraft draft, string name)
    {
        foreach (string prefix in new[] { "trainer.", "" })
        {
            if (draft.Find(prefix + name + ".value") is { } value)
            {
                var unit = draft.Find(prefix + name + ".unit");
                string? suffix = (unit?.Content as string)?.ToLowerInvariant() switch
                {
                    "steps" => "ba",
                    "tokens" => "tok",
                    "epochs" => "ep",
                    _ => null,
                };
                if (value.Unknown is { } why) return (value, new KeyReading(ConfigRole.MaxSteps, null, why));
                string? text = (value.Content as System.IFormattable)?.ToString(null, CultureInfo.InvariantCulture);
                return (value, suffix is null || text is null
                    ? new KeyReading(ConfigRole.MaxSteps, null, "its unit is not steps, tokens or epochs")
                    : Contents.ComposerDuration(text + suffix));
            }
        }

        if (draft.Find("*." + name) is not { IsContainer: false } entry) return Near(draft, name);
        if (entry.Unknown is { } unknown) return (entry, new KeyReading(ConfigRole.MaxSteps, null, unknown));
        return entry.Content is null ? null : (entry, Duration(entry.Content));
    }

    private static (KeyEntry Entry, KeyReading Reading)? Near(RunDraft draft, string name)
    {
        if (draft.Unread.FirstOrDefault(entry => NearKeys.IsNear(KeyTree.Normal(entry.Leaf), name)) is not { } near) return null;
        return (near, new KeyReading(ConfigRole.MaxSteps, null, "'" + near.Path + "' looks like '" + name + "'"));
    }
}
