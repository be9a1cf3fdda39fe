using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingAnalyzers.Evaluation;

/// <summary>What code without source can do to what it is handed: nothing to numbers and texts, anything to objects of
/// the source.</summary>
internal sealed partial class Reach
{
    // A value made of more is made of anything.
    private const int MostTypes = 64;

    // A struct in a struct, or a type argument in another; deeper ones may reach anything.
    private const int DeepestPart = 8;

    private readonly EffectTable _table;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _asked = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, int Depth), bool> _inert = new();

    public Reach(EffectTable table) => _table = table;

    /// <summary>Whether no object of the source can be reached from a value of the expression.</summary>
    public bool IsInert(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion: value = conversion.Operand; continue;
                case IParenthesizedOperation inner: value = inner.Operand; continue;
                case IArgumentOperation argument: value = argument.Value; continue;
                case ILiteralOperation or IDefaultValueOperation or IInterpolatedStringOperation or INameOfOperation: return true;

                // What delegates do is noted where they are made.
                case IAnonymousFunctionOperation or IDelegateCreationOperation: return true;
                case IArrayCreationOperation { Initializer: { } elements }: return elements.ElementValues.All(IsInert);
                case IArrayInitializerOperation elements: return elements.ElementValues.All(IsInert);
                case ITupleOperation tuple: return tuple.Elements.All(IsInert);
                case ITypeOfOperation: return false;
                default: return IsInert(value.Type);
            }
        }
    }

    public bool IsInert(ITypeSymbol? type, int depth = 0)
    {
        switch (type)
        {
            case null: return true;
            case IArrayTypeSymbol array: return IsInert(array.ElementType, depth);
            case INamedTypeSymbol named when IsScalar(named): return true;
            case INamedTypeSymbol { TypeKind: TypeKind.Delegate }: return false;
            case INamedTypeSymbol named when depth < DeepestPart:
                return _inert.TryGetValue((named, depth), out bool known) ? known : _inert.GetOrAdd((named, depth), IsInert(named, depth));
            default: return false;
        }
    }

    // Found once a type and depth: a struct of structs names each many times.
    private bool IsInert(INamedTypeSymbol type, int depth)
    {
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Delegate
            or SpecialType.System_MulticastDelegate || IsReflection(type) || IsHandle(type) || IsHolder(type)) return false;
        if (!type.TypeArguments.All(t => IsInert(t, depth + 1))) return false;
        if (_table.IsSource(type))
            return type.IsValueType && type.GetMembers().OfType<IFieldSymbol>().All(f => f.IsStatic || IsInert(f.Type, depth + 1));
        return type.IsSealed || type.IsValueType || type.IsStatic || _table.Types.Below(type).Count == 0;
    }

    public static bool IsScalar(INamedTypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime
            or SpecialType.System_Void ||
        type.TypeKind == TypeKind.Enum || Conversions.IsBigInteger(type)
            || type is
            {
                Name: "TimeSpan" or "Guid" or "DateTimeOffset" or "Version",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
                DeclaringSyntaxReferences.IsEmpty: true
            };

    private static bool IsReflection(INamedTypeSymbol type) =>
        (type.Name == "Type" && Namespaces.IsSystem(type.ContainingNamespace)) || InNamespace(type, "Reflection");

    // What holds objects of any type.
    private static bool IsHolder(INamedTypeSymbol type) => Namespaces.IsInSystem(type.ContainingNamespace, "Collections")
        || (type.Name is "FormattableString" or "IFormattable" && Namespaces.IsSystem(type.ContainingNamespace));

    // What is made with it asks it ever after: comparers, providers of formats, and what collections are made around.
    private bool IsAsked(INamedTypeSymbol type) => _asked.TryGetValue(type, out bool known) ? known
        : _asked.GetOrAdd(type, type.AllInterfaces.Concat([type])
            .Any(t => t.Name is "IComparer" or "IEqualityComparer" or "IFormatProvider" or "IEnumerable"));

    // By it, the initialisers of the type it stands for can be run.
    private static bool IsHandle(INamedTypeSymbol type) =>
        type.Name is "RuntimeTypeHandle" or "RuntimeMethodHandle" or "RuntimeFieldHandle" && Namespaces.IsSystem(type.ContainingNamespace);

    private static bool InNamespace(INamedTypeSymbol type, string name) =>
        type.ContainingNamespace is { } space && space.Name == name && space.ContainingNamespace is { Name: "System" };

    /// <summary>
    /// Whether a method of the framework keeps what it is handed, or shows it, but changes nothing in it: collections,
    /// LINQ, texts. It may still call back what its arguments override.
    /// </summary>
    public static bool IsKeeper(IMethodSymbol method)
    {
        var type = method.ContainingType;

        // It makes the structs of an array by their constructor.
        if (method is { Name: "Initialize", ContainingType.SpecialType: SpecialType.System_Array }) return false;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "Collections" or "Linq" && Namespaces.IsSystem(space.ContainingNamespace)) return true;
        }

        return type.Name switch
        {
            "Array" or "String" or "Console" or "Math" or "GC" or "Nullable" or "Tuple" or "ValueTuple" or "Object"
                or "ArgumentNullException" or "Lazy" => Namespaces.IsSystem(type.ContainingNamespace),
            "StringBuilder" => Namespaces.IsInSystem(type.ContainingNamespace, "Text"),
            "TextWriter" or "StringWriter" => Namespaces.IsInSystem(type.ContainingNamespace, "IO"),
            "Debug" or "Trace" => Namespaces.IsInSystem(type.ContainingNamespace, "Diagnostics"),
            _ => false,
        };
    }

    /// <summary>Whether a method makes objects of types that it is given by name.</summary>
    public static bool IsByName(IMethodSymbol method) =>
        method.ContainingType.Name is "Activator" or "AppDomain" && Namespaces.IsSystem(method.ContainingType.ContainingNamespace);

    /// <summary>Whether a method gives references through which anything may be assigned, whatever their types say. A
    /// span of one element reaches what it is made of, and no more.</summary>
    public static bool KeepsReferences(IMethodSymbol method, IEnumerable<IArgumentOperation>? arguments = null) =>
        !(method.Name is "CreateSpan" or "CreateReadOnlySpan"
            && arguments?.Any(a => a.Parameter?.Ordinal == 1 && a.Value.ConstantValue is { HasValue: true, Value: 1 }) == true)
        && method.ContainingType is { Name: "Unsafe", ContainingNamespace.Name: "CompilerServices" }
            or { Name: "Marshal" or "MemoryMarshal" or "NativeMemory", ContainingNamespace.Name: "InteropServices" };

    /// <summary>Whether what a method returns may be a reference to what it gets by reference.</summary>
    public static bool GivesReferences(IMethodSymbol? method) =>
        method is not null && (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType);

    /// <summary>Whether an object without source may make objects of its type arguments by itself.</summary>
    public bool MakesTypeArguments(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        if (type.TypeArguments.IsEmpty || _table.IsSource(type) || type.TypeArguments.All(IsWithoutCode)) return false;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (Namespaces.IsSystem(space))
                return type.Name == "Lazy" && !constructor.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate);
        }

        return true;
    }

    // A struct may have a constructor without parameters.
    private bool IsWithoutCode(ITypeSymbol type) =>
        IsInert(type) && Parts(type) is { IsKnown: true } parts && !parts.Types.Any(part => _table.IsSource(part));

    /// <summary>Whether a method may call back what it is handed for a parameter: a list keeps what is added to it, and
    /// asks no questions; a dictionary asks its keys.</summary>
    public static bool CallsBack(IMethodSymbol method, IParameterSymbol? parameter) =>
        !IsAddition(method) || (IsKeyed(method.ContainingType) && parameter is null or { Ordinal: 0 });

    private static bool IsAddition(IMethodSymbol method) => !method.IsStatic
        && method.Name is "Add" or "Insert" or "Enqueue" or "Push" or "TryAdd" or "Clear"
        && Namespaces.IsOfCollections(method.ContainingType.ContainingNamespace);

    /// <summary>Whether a collection asks what it holds for hash codes, or compares it.</summary>
    public static bool IsKeyed(INamedTypeSymbol type) =>
        type.TypeArguments.Length != 1 || type.Name.EndsWith("Set", System.StringComparison.Ordinal);
}
