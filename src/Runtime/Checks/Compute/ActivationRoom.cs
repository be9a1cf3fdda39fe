using ScalingAnalyzers.Architectures;

namespace ScalingAnalyzers.Checks;

/// <summary>Whether the activations of a micro-batch fit beside the training state.</summary>
internal sealed class ActivationRoom
{
    private readonly ConfigRun _run;
    private readonly long? _stored;
    private readonly long? _least;
    private readonly long _room;

    private ActivationRoom(ConfigRun run, StateMemory state)
    {
        _run = run;
        _stored = run.Estimate.Activations?.Total;
        _least = run.Estimate.RecomputedActivations?.Total;
        _room = state.Memory - state.PerDevice.Total;
    }

    /// <summary>Whether they are known, and fit as declared, or with everything stored where nothing is.</summary>
    public bool FitsWithAll => _stored <= _room;

    /// <summary>Whether they are known, and fit only where some are computed again, or not at all.</summary>
    public bool IsShort => _stored > _room || NeverFit;

    /// <summary>Whether they do not fit as declared, or even where all that can be is computed again.</summary>
    public bool NeverFit => _least > _room && _room >= 0;

    /// <summary>Which sentence of the rule, and its last words.</summary>
    public (int Sentence, (string, string) End) Sentence
    {
        get
        {
            string batch = "A micro-batch of " + Quantity.Format(_run.Estimate.Counted.MicroBatchSequences ?? 0) + " x "
                + Quantity.Format(_run.Estimate.Counted.SequenceLength ?? 0) + " tokens stores ";
            string least = StateDoesNotFit.Gigabytes(_least ?? 0), stored = StateDoesNotFit.Gigabytes(_stored ?? 0);
            if (_run.Estimate.Counted.Recomputation is { } declared)
            {
                string kind = declared == Recomputation.None ? " without recomputation" : declared == Recomputation.Full
                    ? " with full recomputation" : " with selective recomputation";
                return (3, ("activations", NeverFit
                    ? batch + least + " of activations" + kind + " even where the loss is computed in parts, and does not fit"
                    : batch + stored + " of activations" + kind + ", which fits only where the loss is computed in parts (" + least + ")"));
            }

            return NeverFit
                ? (3, ("activations", batch + least + " of activations even with full recomputation, and does not fit"))
                : (3, ("activations", batch + stored + " of activations, which fits only with recomputation (" + least
                    + " with all of it)"));
        }
    }

    public static ActivationRoom Of(ConfigRun run, StateMemory state) => new(run, state);
}
