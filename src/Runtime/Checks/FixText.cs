using System;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Checks;

/// <summary>Edits of the values that several fixes move, and their new values in titles.</summary>
internal static class FixText
{
    /// <summary>The value as a title shows it: rounded as it will be written.</summary>
    public static string Rounded(double value, bool up) => Quantity.Format((double)SignificantDigits.Round(value, up));

    public static string Down(double value) => Rounded(value, up: false);

    public static string Up(double value) => Rounded(value, up: true);

    /// <summary>Whether rounding up to three digits is nearer than rounding down.</summary>
    public static bool IsNearerUp(double value) =>
        Math.Abs((double)SignificantDigits.Round(value, up: true) - value)
            <= Math.Abs((double)SignificantDigits.Round(value, up: false) - value);

    /// <summary>Moves the training tokens: the declared ones, or the steps or epochs that they follow from.</summary>
    public static FindingEdit Tokens(ConfigRun run, double tokens, bool up)
    {
        var decided = run.Tokens!;
        return Of(decided.DecidedBy, tokens / decided.PerUnit, up);
    }

    /// <summary>Moves the declared parameters; null where none are declared.</summary>
    public static FindingEdit? Parameters(ConfigRun run, double parameters, bool up) =>
        run.Parameters is { } value ? Of(value, parameters, up) : null;

    public static FindingEdit Of(ConfigValue value, double wanted, bool up) => Of(value, wanted, up ? EditForm.Up : EditForm.Down);

    public static FindingEdit Of(ConfigValue value, double wanted, EditForm form) => new(value.Name, value.Source, wanted, form);
}
