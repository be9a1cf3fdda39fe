namespace ScalingAnalyzers.Fitting;

/// <summary>One row of a sweep: a trained model and its loss.</summary>
public sealed record SweepRun
{
    /// <summary>Makes a row.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="tokens">Training tokens until this loss.</param>
    /// <param name="loss">Nats per token.</param>
    public SweepRun(double parameters, double tokens, double loss)
    {
        Parameters = parameters;
        Tokens = tokens;
        Loss = loss;
    }

    /// <summary>Parameters.</summary>
    public double Parameters { get; init; }

    /// <summary>Training tokens until this loss.</summary>
    public double Tokens { get; init; }

    /// <summary>Nats per token.</summary>
    public double Loss { get; init; }

    /// <summary>What the row has in common with others, most often the training run whose checkpoint it is; null where
    /// it is a run of its own.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the learning rate was annealed before this loss; null where that is not known.</summary>
    public bool? IsAnnealed { get; init; }

    /// <summary>The relative weight in the fit.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The line of the table that the row is from, from 1; null where it is from none.</summary>
    public int? Line { get; init; }

    /// <summary>Training compute, 6 * parameters * tokens, FLOPs.</summary>
    public double TrainingFlops => 6 * Parameters * Tokens;
}
