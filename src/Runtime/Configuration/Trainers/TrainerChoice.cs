using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>
/// What the words of one config mean, decided once by all its names. A matter on which the possible trainers differ
/// stays open.
/// </summary>
internal sealed class TrainerChoice
{
    private readonly IReadOnlyList<Trainer> _possible;

    private TrainerChoice(IReadOnlyList<Trainer> possible) => _possible = possible;

    /// <summary>Whether a trainer is recognised at all.</summary>
    public bool IsKnown => _possible.Count > 0;

    /// <summary>What accumulation is; null where it is open.</summary>
    public AccumulationKind? Accumulation => Common(trainer => trainer.Accumulation);

    /// <summary>The unit of the global batch; null where it is open.</summary>
    public BatchUnit? GlobalBatch => Common(trainer => trainer.GlobalBatch);

    /// <summary>What a plain batch size is; null where it is open.</summary>
    public PlainBatchKind? PlainBatch => Common(trainer => trainer.PlainBatch);

    /// <summary>Whether an absent accumulation is one forward pass a step.</summary>
    public bool AccumulatesOnce => Common(trainer => trainer.AccumulatesOnce) == true;

    /// <summary>Decides by the names of a config.</summary>
    public static TrainerChoice Of(IEnumerable<string> names) => new(Trainers.Of(names));

    /// <summary>The trainer of a file whose reader knows it.</summary>
    public static TrainerChoice Named(string name) => new(Trainers.All.Where(trainer => trainer.Name == name).ToArray());

    /// <summary>The first possible trainer for which something holds; null where there is none.</summary>
    public string? NameOf(System.Func<Trainer, bool> holds) => _possible.FirstOrDefault(holds)?.Name;

    /// <summary>Whether this trainer is one of the possible ones.</summary>
    public bool Has(string name) => _possible.Any(trainer => trainer.Name.StartsWith(name, System.StringComparison.Ordinal));

    private T? Common<T>(System.Func<Trainer, T> matter)
        where T : struct
    {
        if (_possible.Count == 0) return null;
        T first = matter(_possible[0]);
        return _possible.All(trainer => EqualityComparer<T>.Default.Equals(matter(trainer), first)) ? first : null;
    }
}
