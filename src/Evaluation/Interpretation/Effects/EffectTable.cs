using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ScalingAnalyzers.Evaluation;

/// <summary>
/// What each method of a compilation may change, found once and kept as long as the compilation. An entry depends on
/// nothing but the source, so that it does not matter which config asks first.
/// </summary>
internal sealed class EffectTable
{
    private static readonly ConditionalWeakTable<Compilation, EffectTable> Tables = new();

    private readonly ConcurrentDictionary<IMethodSymbol, (EffectSet Effects, Extent Extent)> _own = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, (bool IsQuiet, Extent Extent)> _quiet = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, AloneType> _alone = new(SymbolEqualityComparer.Default);

    private readonly ConditionalWeakTable<IOperation, MethodEffects> _bodies = new();
    private readonly ConditionalWeakTable<IOperation, EffectSet> _parts = new();
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IMethodSymbol, (EffectSet Effects, Extent Extent)> _overriding =
        new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, (EffectSet Effects, Extent Extent)> _starts =
        new(SymbolEqualityComparer.Default);
    private SourceTypes? _types;
    private EffectSet? _first;

    private EffectTable(Compilation compilation)
    {
        Compilation = compilation;
        Models = new SourceModels(compilation);
        Reach = new Reach(this);
        Order = new StaticOrder(this);
        Closures = new Closures(this);
    }

    public Compilation Compilation { get; }

    public SourceModels Models { get; }

    public Reach Reach { get; }

    public StaticOrder Order { get; }

    public Closures Closures { get; }

    public InnerState Inner { get; } = new();

    public StartedTypes Started { get; } = new();

    public LocalValues Locals { get; } = new();

    /// <summary>The names that the members of each type calculate with; null where they are not known without
    /// binding.</summary>
    public ConcurrentDictionary<TypeDeclarationSyntax, DeclaredNames?> Names { get; } = new();

    /// <summary>The one symbol that a name means in a namespace or file, for types without such a member.</summary>
    public ConcurrentDictionary<(SyntaxNode Around, string Name), ISymbol?> OuterNames { get; } = new();

    /// <summary>What stands there in the way of a type with a name to be generated.</summary>
    public ConcurrentDictionary<(SyntaxNode Around, string Name), ISymbol?> Obstacles { get; } = new();

    public SourceTypes Types => _types ??= new SourceTypes(Compilation, CancellationToken.None);

    public static EffectTable Of(Compilation compilation) => Tables.GetValue(compilation, c => new EffectTable(c));

    public bool IsSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>Whether the source declares a type of the framework that the compiler then uses instead.</summary>
    public bool Declares(string name) =>
        _declared.GetOrAdd(name, n => Compilation.Assembly.GetTypeByMetadataName(n) is not null);

    /// <summary>What the static initialisers of types that code may start change, besides their own statics.</summary>
    public EffectSet OfStarts(EffectSet whole, Extent around, CancellationToken cancellation)
    {
        var found = new EffectSet();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var rest = new Stack<INamedTypeSymbol>(whole.Starts);
        foreach (var type in whole.LaterOrNull?.Starts ?? Enumerable.Empty<INamedTypeSymbol>()) rest.Push(type);
        while (rest.Count > 0)
        {
            var type = rest.Pop().OriginalDefinition;
            if (!seen.Add(type) || IsQuiet(type, around, cancellation)) continue;
            if (seen.Count > StaticOrder.MostTypes || around.IsPassed)
            {
                found.ChangesAll = true;
                break;
            }

            if (!_starts.TryGetValue(type, out var started))
            {
                var extent = new Extent(Extent.OfReading);
                started = _starts.GetOrAdd(type, (Closures.Whole(Order.OfInitialisers(type, cancellation), extent, cancellation), extent));
            }

            around.Add(started.Extent);
            foreach (var part in new[] { started.Effects, started.Effects.LaterOrNull })
            {
                if (part is null) continue;
                found.ChangesAll |= part.ChangesAll;
                found.Assigned.UnionWith(part.Assigned
                    .Where(m => !m.IsStatic || !SymbolEqualityComparer.Default.Equals(m.ContainingType.OriginalDefinition, type)));
                foreach (var other in part.Starts) rest.Push(other);
            }
        }

        return found;
    }

    /// <summary>What the finalisers of a type may change, at any time after an object is made.</summary>
    public EffectSet? Finalizers(INamedTypeSymbol? type)
    {
        EffectSet? found = null;
        for (; type is not null && IsSource(type); type = type.BaseType)
        {
            foreach (var method in type.GetMembers(WellKnownMemberNames.DestructorName).OfType<IMethodSymbol>())
            {
                if (method.MethodKind == MethodKind.Destructor) (found ??= new()).Later.Calls.Add(method.OriginalDefinition);
            }
        }

        return found;
    }

    /// <summary>What a method itself may change.</summary>
    public EffectSet Own(IMethodSymbol method, Extent around, CancellationToken cancellation)
    {
        if (!_own.TryGetValue(method, out var known))
        {
            var extent = new Extent(Extent.OfClosure);
            known = _own.GetOrAdd(method, (EffectScan.OfMethod(this, method, extent, cancellation), extent));
        }

        around.Add(known.Extent);
        return known.Effects;
    }

    /// <summary>What a call of a virtual method on an object of any type may change besides what the method itself
    /// does. Of a thousand overrides, most change nothing.</summary>
    public EffectSet Overriding(IMethodSymbol method, Extent around, CancellationToken cancellation)
    {
        if (!_overriding.TryGetValue(method, out var known))
        {
            var extent = new Extent(Extent.OfClosure);
            var found = EffectScan.OfOverrides(this, method, cancellation);
            found.Calls.RemoveWhere(called => !extent.IsPassed && Own(called, extent, cancellation).IsNothing);
            known = _overriding.GetOrAdd(method, (found, extent));
        }

        around.Add(known.Extent);
        return known.Effects;
    }

    /// <summary>Whether the static initialisers of a type, and of the types that they start, change nothing but what
    /// they make, so that each can be read by itself.</summary>
    public bool IsQuiet(INamedTypeSymbol type, Extent around, CancellationToken cancellation)
    {
        type = type.OriginalDefinition;
        if (!_quiet.TryGetValue(type, out var known)) known = _quiet.GetOrAdd(type, FindQuiet(type, cancellation));
        around.Add(known.Extent);
        return known.IsQuiet;
    }

    private (bool IsQuiet, Extent Extent) FindQuiet(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var extent = new Extent(Extent.OfReading);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { type };
        var rest = new Stack<INamedTypeSymbol>(seen);
        bool isQuiet = true;
        while (isQuiet && rest.Count > 0)
        {
            var alone = QuietAlone(rest.Pop(), cancellation);
            isQuiet = alone.IsQuiet && seen.Count <= StaticOrder.MostTypes && extent.Add(alone.Extent);
            foreach (var other in alone.Starts.Where(seen.Add)) rest.Push(other);
        }

        return (isQuiet, extent);
    }

    // The types that the initialisers start are judged apart: they may start each other.
    private AloneType QuietAlone(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (_alone.TryGetValue(type, out var known)) return known;
        var starts = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var extent = new Extent(Extent.OfReading);
        var initializers = Order.Initializers(type, cancellation);
        bool isQuiet = initializers.Count <= StaticOrder.MostInitializers
            && (type.StaticConstructors.IsEmpty || type.StaticConstructors.All(c => c.IsImplicitlyDeclared));
        foreach (var initializer in initializers)
        {
            if (!isQuiet) break;
            var effects = Models.OperationOf(initializer.Parent!, cancellation) is { } operation
                ? EffectScan.Of(this, operation, cancellation)
                : null;
            var whole = effects is null ? null : Closures.Whole(effects, extent, cancellation);
            isQuiet = whole is { ChangesAll: false, Assigned.Count: 0, HasLater: false } && !extent.IsPassed;
            if (whole is null) continue;
            starts.UnionWith(whole.Starts);
            starts.UnionWith(whole.LaterOrNull?.Starts ?? Enumerable.Empty<INamedTypeSymbol>());
        }

        return _alone.GetOrAdd(type, new AloneType(isQuiet, starts, extent, initializers.Count > StaticOrder.MostInitializers));
    }

    /// <summary>Whether the static initialisers of a type are more than a reading follows.</summary>
    public bool IsTooLarge(INamedTypeSymbol type, CancellationToken cancellation) =>
        QuietAlone(type.OriginalDefinition, cancellation).IsTooLarge;

    private sealed record AloneType(bool IsQuiet, IReadOnlyCollection<INamedTypeSymbol> Starts, Extent Extent, bool IsTooLarge);

    /// <summary>What an operation and its parts may change; what is asked for again and again, where it is nested too
    /// deeply to be followed, is found once.</summary>
    public EffectSet OfPart(IOperation operation, CancellationToken cancellation)
    {
        if (_parts.TryGetValue(operation, out var known)) return known;
        var found = EffectScan.Of(this, operation, cancellation);
        return _parts.GetValue(operation, _ => found);
    }

    /// <summary>What module initialisers change before anything else runs.</summary>
    public EffectSet First(CancellationToken cancellation)
    {
        if (_first is not null) return _first;
        var direct = new EffectSet();
        foreach (var method in ModuleInitializers.Of(Compilation, Models, cancellation)) direct.Calls.Add(method);
        return _first = Closures.Whole(direct, new Extent(Extent.OfReading), cancellation);
    }

    /// <summary>What the statements of the body around an operation change, by where they stand.</summary>
    public MethodEffects Around(IOperation operation, CancellationToken cancellation)
    {
        var root = operation;
        while (root.Parent is { } parent) root = parent;
        if (_bodies.TryGetValue(root, out var known)) return known;
        var found = new MethodEffects(this, root, cancellation);
        return _bodies.GetValue(root, _ => found);
    }
}
