using System.Collections.Generic;
using System.Linq;

namespace ScalingAnalyzers.Configuration;

/// <summary>Which halves of a run its config leaves to a plan: those that no member declares, not those that cannot be
/// read or are set later.</summary>
internal static class OpenHalves
{
    private static readonly ConfigRole[] Lengths =
        [ConfigRole.TrainingTokens, ConfigRole.MaxSteps, ConfigRole.TrainingSequences, ConfigRole.Epochs];

    /// <summary>The limits that a plan keeps.</summary>
    public static IReadOnlyList<ConfigRole> Limits { get; } =
        [ConfigRole.MaxFlops, ConfigRole.MaxAcceleratorHours, ConfigRole.MaxCost, ConfigRole.MaxDays];

    /// <summary>Whether something is written that gives the size of the model, or will be set.</summary>
    public static bool MayHaveSize(CheckedConfig config) => config.HasModel
        || config.All.Any(value => RoleTable.IsOfModel(value.Role) || value.Role == ConfigRole.Model);

    /// <summary>Whether something is written that gives the training tokens, or will be set.</summary>
    public static bool MayHaveTokens(CheckedConfig config) => config.All.Any(value => Lengths.Contains(value.Role));

    /// <summary>Whether a limit or a target loss is written, readable or not.</summary>
    public static bool HasPlanInput(CheckedConfig config) =>
        config.Has(ConfigRole.TargetLoss) || Limits.Any(role => config.Has(role));
}
