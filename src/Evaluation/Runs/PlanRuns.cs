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
        var first = new Interpreter(models, cancellation);
        bool isQuiet = first.Effects.IsQuiet(plans, first.Fuel.Code, cancellation), isStarted = !isQuiet && first.TryStart(plans);
        var started = isQuiet ? null : first;
        foreach (var member in plans.GetMembers().Where(IsRun))
        {
            // Each run has fuel of its own. Where an initialiser of the class changes something, all of them run, once
            // for all runs.
            started?.Fuel.Refill();
            var reader = new ValueReader(models, started ?? new Interpreter(models, cancellation), cancellation);
            if (reader.OfMember(member) is { } values) yield return RunReader.Of(member.Name, values, reader, options);
            if (started is null || !isStarted || !started.Fuel.IsOut) continue;

            // What one run costs too much is not taken from the next.
            started = new Interpreter(models, cancellation);
            started.TryStart(plans);
        }
    }

    private static bool IsRun(ISymbol member) => member.IsStatic && member switch
    {
        IFieldSymbol { IsReadOnly: true, IsImplicitlyDeclared: false } field => ConfigAttributes.Training(field.Type) is not null,
        IPropertySymbol { SetMethod: null, IsIndexer: false } property => ConfigAttributes.Training(property.Type) is not null,
        _ => false,
    };
}
