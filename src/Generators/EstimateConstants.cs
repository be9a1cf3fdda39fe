using System.Runtime.CompilerServices;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Numerics;

namespace ScalingAnalyzers.Generators;

/// <summary>The constants of the catalogue that a run has, as C# text.</summary>
internal static class EstimateConstants
{
    [MethodImpl(Compiled.AtOnce)]
    public static EquatableArray<ConstantModel> Of(RunModel run, Estimate estimate)
    {
        var source = new ConstantSource(run, estimate);
        var known = ConstantCatalog.Of(source);
        if (known.Count == 0) return default;
        var models = new ConstantModel[known.Count];
        for (int i = 0; i < models.Length; i++) models[i] = Model(source, known[i].Row, known[i].Value);
        return new EquatableArray<ConstantModel>(models);
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
