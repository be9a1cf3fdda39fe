using System.Threading;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>From source to a run: the values of a config, checked once, become a run and its estimate.</summary>
internal static class RunReader
{
    /// <summary>The type's own run.</summary>
    public static SourceRun OfType(INamedTypeSymbol type, SemanticModel model, RunOptions options, CancellationToken cancellation)
    {
        var reader = new ValueReader(new SourceModels(model), cancellation);
        return Of(type.Name, reader.OfType(type), reader, options, isTraining: ConfigAttributes.Training(type) is not null);
    }

    /// <summary>The run of the values that a reader found.</summary>
    public static SourceRun Of(string name, ConfigValues values, ValueReader reader, RunOptions options, bool isTraining = true) =>
        new(ConfigRun.Of(name, CheckedConfig.Of(values), options.Checks, isTraining), reader.Places)
        {
            SilentModel = reader.SilentModel,
            AlmostRead = reader.AlmostRead,
        };
}
