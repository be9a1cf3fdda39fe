using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>Puts what follows from a config into its nested Estimates, as constants. Reports nothing: the analyzers
/// do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class EstimatesGenerator : IIncrementalGenerator
{
    private readonly Making _making;
    private readonly Action<string>? _before;
    private readonly TextBuilders _texts = new();

    /// <summary>The generator.</summary>
    public EstimatesGenerator()
        : this(Making.Usual)
    {
    }

    /// <summary>The same with something that happens before a type of a name is read.</summary>
    internal EstimatesGenerator(Making making, Action<string>? before = null)
    {
        _making = making;
        _before = before;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // As text: a law is parsed where a run is read, and only its text decides whether anything changed.
        var laws = context.AdditionalTextsProvider
            .Where(static file => OwnLaws.IsLawFile(file.Path))
            .Select(static (file, cancellation) => file.GetText(cancellation)?.ToString() ?? "")
            .Collect()
            .Select(static (texts, _) => new EquatableArray<string>(texts))
            .WithTrackingName(TrackingNames.Laws);

        var options = context.AnalyzerConfigOptionsProvider
            .Combine(laws)
            .Select(static (pair, _) => new ProjectOptions(pair.Left, pair.Right));

        var source = context.CompilationProvider
            .Combine(options)
            .Select(static (pair, _) => new ReadingSource(pair.Left, pair.Right))
            .WithComparer(ReadingSource.Comparer)
            .WithTrackingName(TrackingNames.Readings);
        Emit(context, source, ConfigAttributes.TrainingConfig, ConfigAttributes.Training, TrackingNames.Model, TrackingNames.Emitted,
            static (run, cancellation) => OfType(run, cancellation));
        Emit(context, source, ConfigAttributes.ModelConfig, ConfigAttributes.Model, TrackingNames.Shapes, TrackingNames.EmittedShapes,
            static (run, cancellation) => OfModel(run, cancellation));
        Emit(context, source, ConfigAttributes.TrainingPlans, ConfigAttributes.Plans, TrackingNames.Plans, TrackingNames.EmittedPlans,
            static (run, cancellation) => OfPlans(run, cancellation));
        ConfigConstants.Register(context, options, _making, _texts);
    }

    private void Emit(
        IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ReadingSource> source, string attribute,
        Func<ISymbol?, AttributeData?> attributeOf, string modelStep, string emittedStep,
        Func<Attributed, CancellationToken, ReadType?> read)
    {
        // The declaration alone is what an edit elsewhere leaves the same, so that nothing behind it is asked again.
        var models = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => node is TypeDeclarationSyntax, static (found, _) => Found(found))
            .Combine(source)
            .Select((pair, cancellation) => Attributed.Of(pair.Left, pair.Right, attributeOf, cancellation) is { } type
                ? Read(type, cancellation)
                : null)
            .WithTrackingName(modelStep)
            .Where(static read => read is not null)
            .Select((read, _) => _texts.Use(text => _making.Written(Computed(read!, text), text)))
            .WithTrackingName(emittedStep);

        context.RegisterSourceOutput(models, Making.Emit);

        ReadType? Read(Attributed type, CancellationToken cancellation) => Making.Alone(
            () =>
            {
                _before?.Invoke(type.Type.Name);
                return read(type, cancellation);
            },
            "reading it",
            failure => new ReadType(Place(type.Type) with { Failure = failure }, null, default));
    }

    // Of a file with a config no other version is as good, so that each comes with a new source.
    private static SyntaxNode Found(GeneratorAttributeSyntaxContext found)
    {
        ReadTrees.Mark(found.TargetNode.SyntaxTree);
        return found.TargetNode;
    }

    // An edit of more than bodies that no config runs reads every config again; only where a value changed is anything
    // computed and written.
    private EstimatesModel Computed(ReadType read, TextBuilder text)
    {
        var model =
            read.Place with { HintName = HintNames.Of(read.Place.HintName, string.Join(" ", read.Place.Types.Select(t => t.Keyword))) };
        if (read.Own is { } own)
        {
            var (remark, constants, failure) = _making.Computed(own, model.Depth, text);
            model = model with { Remark = remark, Constants = constants, Failure = failure };
        }

        if (read.Plans.Count == 0) return model;
        var plans = PlanNames.Of(read.Plans.Select(p => p.Name))
            .Zip(read.Plans, (name, run) => (Name: name, Computed: _making.Computed(run, model.Depth + 1, text)))
            .ToArray();
        string failures = string.Join("; ", plans.Where(p => p.Computed.Failure.Length > 0).Select(p => p.Name + ": " + p.Computed.Failure)
            .Concat(model.Failure.Length > 0 ? [model.Failure] : []));
        return model with
        {
            Plans = new EquatableArray<PlanModel>(plans.Select(p => new PlanModel(Identifier(p.Name), p.Computed.Remark,
                p.Computed.Constants))),
            Failure = failures,
        };
    }

    private static ReadType OfType(Attributed attributed, CancellationToken cancellation)
    {
        var source = RunReader.OfType(attributed.Type, attributed.Model, attributed.Options, cancellation);
        return new ReadType(Place(attributed.Type), RunModel.Of(source.Run, attributed.OwnLaws),
            ConfigAttributes.Plans(attributed.Type) is null ? default : Plans(attributed, cancellation));
    }

    // A type that is also a run, a model or a class of plans gets one Estimates for all of them.
    private static ReadType? OfModel(Attributed attributed, CancellationToken cancellation) =>
        ConfigAttributes.Training(attributed.Type) is null ? OfType(attributed, cancellation) : null;

    private static ReadType? OfPlans(Attributed attributed, CancellationToken cancellation) =>
        ConfigAttributes.IsConfig(attributed.Type)
            ? null
            : new ReadType(Place(attributed.Type), Own: null, Plans(attributed, cancellation));

    private static EquatableArray<RunModel> Plans(Attributed attributed, CancellationToken cancellation) =>
        new(PlanRuns.Of(attributed.Type, attributed.Model, attributed.Options, cancellation)
            .Select(source => RunModel.Of(source.Run, attributed.OwnLaws)));

    private static EstimatesModel Place(INamedTypeSymbol type) => new(
        HintNames.FullMetadataName(type),
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(NamespaceFormat) : "",
        new EquatableArray<EnclosingType>(Enclosing(type)),
        Remark: "",
        Constants: null,
        Holder: Identifier(Emission.NameFor(type)));

    /// <summary>A type to generate for, with what reading it needs. Lives within one step: nothing of it is
    /// kept.</summary>
    private sealed record Attributed(INamedTypeSymbol Type, SemanticModel Model, RunOptions Options, EquatableArray<string> OwnLaws)
    {
        public static Attributed? Of(
            SyntaxNode node, ReadingSource source, Func<ISymbol?, AttributeData?> attributeOf, CancellationToken cancellation) =>
            source.ModelOf(node.SyntaxTree) is { } model && model.GetDeclaredSymbol(node, cancellation) is INamedTypeSymbol type
                && IsNamed(type) && IsFirst(attributeOf(type), node) && Emission.Obstacle(type, model, cancellation) is null
                ? new Attributed(type, model, source.Options.Of(node.SyntaxTree), source.Options.OwnLaws)
                : null;
    }

    // While a name is being typed there is none.
    private static bool IsNamed(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (!SyntaxFacts.IsValidIdentifier(t.Name) || t.TypeParameters.Any(p => !SyntaxFacts.IsValidIdentifier(p.Name))) return false;
        }

        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (!SyntaxFacts.IsValidIdentifier(space.Name)) return false;
        }

        return true;
    }

    // Two parts may have the attribute while one is being moved: that is an error, but it must not remove the other
    // constants.
    private static bool IsFirst(AttributeData? attribute, SyntaxNode node) =>
        attribute is not { ApplicationSyntaxReference: { } first }
        || (first.SyntaxTree == node.SyntaxTree && node.Span.Contains(first.Span));

    private static readonly SymbolDisplayFormat NamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static IEnumerable<EnclosingType> Enclosing(INamedTypeSymbol type)
    {
        var chain = new List<EnclosingType>();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            string keyword = (t.IsRecord, t.TypeKind) switch
            {
                (true, TypeKind.Struct) => "record struct",
                (true, _) => "record",
                (_, TypeKind.Struct) => "struct",
                (_, TypeKind.Interface) => "interface",
                _ => "class",
            };
            string parameters = t.TypeParameters.Length == 0
                ? ""
                : "<" + string.Join(", ", t.TypeParameters.Select(p => Identifier(p.Name))) + ">";
            chain.Insert(0, new EnclosingType(keyword, Identifier(t.Name), parameters));
        }

        return chain;
    }

    // Keywords are lower case, also those of languages to come; a few begin with two underscores.
    internal static string Identifier(string name) => name.Length > 0
        && (name.All(c => c is >= 'a' and <= 'z') || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None) ? "@" + name : name;
}
