using System.Linq;
using ScalingAnalyzers.Fitting;

namespace ScalingAnalyzers.Tests;

/// <summary>
/// The OLMo 2 ladder: final losses on C4 (nats per token) of five sizes at 0.5 to 10 times 20 tokens per parameter, the
/// 1x runs twice, and the two models they were meant to predict. Bhagia et al. 2024, arXiv:2412.04403; figures of the
/// authors' repository allenai/OLMo-ladder (Apache 2.0), src/scripts/paper/data/ladder-runs, last row of each file.
/// </summary>
internal static class OlmoLadder
{
    public static SweepRun[] Ladder { get; } =
    [
        .. Size(190354176, 1.909e9, 3.74748, 3.60097, 3.59992, 3.49652, 3.39045, 3.33669),
        .. Size(371262464, 3.7206e9, 3.53185, 3.39426, 3.39484, 3.28791, 3.18801, 3.13258),
        .. Size(758220288, 7.5956e9, 3.33152, 3.20203, 3.20111, 3.10426, 3.00454, 2.95493),
        .. Size(1279395840, 1.2811e10, 3.18298, 3.06307, 3.06354, 2.97117, 2.87846, 2.83228),
        .. Size(3169537280, 3.17278e10, 2.99505, 2.87435, 2.87372, 2.78797, 2.70572, 2.66440),
    ];

    /// <summary>OLMo 2 7B after 3.95T tokens and 13B after 5T.</summary>
    public static SweepRun[] Targets { get; } = [new(6887575552, 3.94507e12, 2.48292), new(13202396160, 5.00009e12, 2.43758)];

    private static SweepRun[] Size(double parameters, double halfTokens, params double[] losses) =>
        losses.Zip(new[] { 0.5, 1, 1, 2, 5, 10 }, (loss, times) => new SweepRun(parameters, 2 * times * halfTokens, loss)).ToArray();
}
