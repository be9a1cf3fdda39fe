using System;
using System.Collections.Generic;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Checks;

/// <summary>
/// The parameters of the checks: the law, its tolerances, and defaults for values that a config does not declare.
/// </summary>
/// <remarks>The same values as the options of .editorconfig, with the same defaults. Null means that nothing is
/// chosen.</remarks>
public sealed record CheckOptions
{
    /// <summary>The options where nothing is chosen.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>The laws that can be named: the built-in ones and the project's own.</summary>
    public LawLibrary Laws { get; init; } = LawLibrary.BuiltIn;

    /// <summary>The id of the law for configs that name none; besiroglu-2024 where null.</summary>
    public string? Law { get; init; }

    /// <summary>Tokens per parameter of the law `tokens-per-parameter`; 20 where null.</summary>
    public double? TokensPerParameter { get; init; }

    /// <summary>The intent of configs that declare none.</summary>
    public TrainingIntent? Intent { get; init; }

    /// <summary>Training compute below which a run is not assessed, FLOPs; null assesses none.</summary>
    public double? MinFlops { get; init; } = 1.4e18;

    /// <summary>The accelerator of configs that name none.</summary>
    public string? Accelerator { get; init; }

    /// <summary>The utilization (MFU) of configs that declare none, in (0, 1].</summary>
    public double? Utilization { get; init; }

    /// <summary>The price of one accelerator for an hour, where a config declares none.</summary>
    public double? PricePerAcceleratorHour { get; init; }

    /// <summary>Accepted passes over the unique tokens; 4 for the note and 16 for the warning where null.</summary>
    public double? MaxEpochs { get; init; }

    /// <summary>The accepted factor on either side of the optimum at equal compute; null disables the check.</summary>
    public double? TokenRatioTolerance { get; init; } = 3;

    /// <summary>The accepted excess compute, a share; where given it replaces the tolerance.</summary>
    public double? MaxExcessCompute { get; init; }

    /// <summary>
    /// Orders of magnitude beyond the fitted range that are accepted without a note; null disables the note.
    /// </summary>
    public double? MaxExtrapolation { get; init; } = 2;

    /// <summary>Thresholds of training compute beside the built-in ones.</summary>
    public IReadOnlyList<ComputeThreshold> ComputeThresholds { get; init; } = Array.Empty<ComputeThreshold>();

    /// <summary>Options that are set and cannot be read; checks that need them report nothing.</summary>
    internal IReadOnlyList<string> Unreadable { get; init; } = Array.Empty<string>();

    internal bool IsUnreadable(string key)
    {
        foreach (string unreadable in Unreadable)
        {
            if (unreadable == key) return true;
        }

        return false;
    }
}
