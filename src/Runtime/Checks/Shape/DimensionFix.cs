using System.Globalization;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Checks;

/// <summary>The fix that changes a dimension to another whole number.</summary>
internal static class DimensionFix
{
    public static FindingFix[] Of(FixKind kind, string title, ConfigValue dimension, long? wanted) => wanted is { } value
        ? [new FindingFix(kind, title + value.ToString(CultureInfo.InvariantCulture), FixText.Of(dimension, value, EditForm.Exact))]
        : [];

    public static FindingData Data(ConfigValue? dimension, long? wanted) => dimension is not null && wanted is { } value
        ? new FindingData().With(FindingKeys.Wanted, value).With(FindingKeys.Name, dimension.Name)
        : new FindingData();
}
