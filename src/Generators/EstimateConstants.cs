using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The constants of the catalogue that a run has, as C# text.</summary>
internal static class EstimateConstants
{
    public static EquatableArray<ConstantModel> Of(RunModel run, Estimate estimate)
    {
        var source = new ConstantSource(run, estimate);
        var models = ConstantCatalog.Of(source).Select(constant => Model(source, constant.Row, constant.Value)).ToArray();
        return models.Length == 0 ? default : new EquatableArray<ConstantModel>(models);
    }

    private static ConstantModel Model(ConstantSource source, ConstantRow row, object value) =>
        new(Keyword(row.Type), row.Name, NumberText.Of(value), new EquatableArray<string>(row.Comment(source, value)));

    private static string Keyword(ConstantType type) => type switch
    {
        ConstantType.Long => "long",
        ConstantType.Double => "double",
        _ => "string",
    };
}
