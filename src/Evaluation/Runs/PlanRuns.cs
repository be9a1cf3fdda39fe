using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ScalingAnalyzers.Evaluation;

/// <summary>The runs in the static readonly fields and get-only properties of a class of plans.</summary>
internal static class PlanRuns
{
    public static IEnumerable<SourceRun> Of(INamedTypeSymbol plans, SemanticModel model, RunOptions options, CancellationToken cancellation)
    {
        var models = new SourceModels(model);
        foreach (var member in plans.GetMembers().Where(IsRun))
        {
            // A reader a run: each is bounded by its own fuel.
            var reader = new ValueReader(models, cancellation);
            if (reader.OfMember(member) is { } values) yield return RunReader.Of(member.Name, values, reader, options);
        }
    }

    private static bool IsRun(ISymbol member) => member.IsStatic && member switch
    {
        IFieldSymbol { IsReadOnly: true, IsImplicitlyDeclared: false } field => ConfigAttributes.Training(field.Type) is not null,
        IPropertySymbol { SetMethod: null, IsIndexer: false } property => ConfigAttributes.Training(property.Type) is not null,
        _ => false,
    };
}
