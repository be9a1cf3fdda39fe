using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A member that is almost read: the name that was meant, and its role.</summary>
internal sealed record AlmostReadMember(ConfigValue Member, string Meant, ConfigRole Role);

/// <summary>Collects the values of a config: its members by role, then its model's, then its attribute's
/// arguments.</summary>
internal sealed class ValueReader
{
    private readonly SourceModels _models;
    private readonly Interpreter _interpreter;
    private readonly CancellationToken _cancellation;
    private INamedTypeSymbol? _read;

    public ValueReader(SourceModels models, CancellationToken cancellation)
        : this(models, new Interpreter(models, cancellation), cancellation)
    {
    }

    public ValueReader(SourceModels models, Interpreter interpreter, CancellationToken cancellation)
    {
        _models = models;
        _cancellation = cancellation;
        _interpreter = interpreter;
    }

    /// <summary>Where the values that were read are written.</summary>
    public PlaceTable Places { get; } = new();

    /// <summary>
    /// The type of `Model = typeof(X)`, where it is not marked [ModelConfig] and none of its members describes a model.
    /// </summary>
    public string? SilentModel { get; private set; }

    /// <summary>The values of the type's own run: its static members, or the object of `new T()`.</summary>
    public ConfigValues OfType(INamedTypeSymbol type)
    {
        ObjectValue? instance = null;
        if (!type.IsStatic) instance = _interpreter.CreateDefault(type) as ObjectValue;
        return Of(type, instance);
    }

    /// <summary>The values of an object's run; null where the object is not known.</summary>
    public ConfigValues? OfObject(IOperation creation)
    {
        if (_interpreter.Created(creation) is not ObjectValue created) return null;
        var values = Of(created.Type, ObjectRuns.AsItStays(creation, created, _cancellation));
        Places.DisownLiterals(creation.Syntax);
        return values;
    }

    /// <summary>The values of a run in a static field or property; null where its object is unknown.</summary>
    public ConfigValues? OfMember(ISymbol member) => _interpreter.Member(member, null) is ObjectValue held ? Of(held.Type, held) : null;

    private ConfigValues Of(INamedTypeSymbol type, ObjectValue? instance)
    {
        var values = new ConfigValues();
        _read = type;
        AddMembers(values, type, instance);
        AddArguments(values, ConfigAttributes.Training(type));
        AddModel(values);
        if (ConfigAttributes.Model(type) is not null) values.AddPositionsOfBlocks();
        AddFamily(values, type, instance);
        return values;
    }

    private void AddMembers(ConfigValues values, INamedTypeSymbol type, ObjectValue? instance)
    {
        // A part of its members would be another config.
        if (ObjectBuilder.IsDeep(type)) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (INamedTypeSymbol? t = type; t is not null && t.SpecialType == SpecialType.None; t = t.BaseType)
        {
            var level = values.All.Count == 0 ? values : new ConfigValues();
            foreach (var member in t.GetMembers().Where(m => IsReadable(m) && seen.Add(m.Name)))
            {
                if (ValueOf(member, instance) is { } value) level.AddEqual(value);
                else AddOther(values, member);
            }

            if (level != values) values.AddBase(level);
        }
    }

    // A group of values is not read; a degree of parallelism in it still says what the world size is.
    private void AddOther(ConfigValues values, ISymbol member)
    {
        values.OtherNames.Add(member.Name);
        if (TypeOf(member) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || type.DeclaringSyntaxReferences.Length == 0 || ConfigAttributes.IsConfig(type)) return;
        foreach (string degree in _interpreter.Effects.Inner.UnreadDegrees(type)) values.OtherNames.Add(member.Name + "." + degree);
    }

    private ConfigValue Noted(ConfigRole role, string name, Value value, double scale, SyntaxNode? at)
    {
        int source = Places.Add(new ValuePlace(at, value, scale));
        return value switch
        {
            ScalarValue scalar => new ConfigValue(role, name, scalar.Content, scale, source),
            UnknownValue unknown => new ConfigValue(role, name, unknown.Reason, scale, source),
            ObjectValue known => new ConfigValue(role, name, new OpaqueContent(known.Type.Name), scale, source),
            TypeValue type => new ConfigValue(role, name, new OpaqueContent(type.Type.Name), scale, source),
            _ => new ConfigValue(role, name, new OpaqueContent("a list"), scale, source),
        };
    }

    internal static bool IsReadable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsImplicitlyDeclared && field.CanBeReferencedByName,
        IPropertySymbol property => !property.IsIndexer && property.GetMethod is not null && !property.IsImplicitlyDeclared
            && property.CanBeReferencedByName,
        _ => false,
    };

    private ConfigValue? ValueOf(ISymbol member, ObjectValue? instance)
    {
        var (role, scale) = RoleOf(member);
        if (role == ConfigRole.None) return null;
        if (ConfigAttributes.Member(member) is null && _interpreter.Effects.Inner.Is(member, role, _cancellation)) return null;
        if (!member.IsStatic && instance is null)
            return Noted(role, member.Name, Value.Unset(member.Name), scale, null);
        var at = _interpreter.WrittenAt(member, instance);
        var value = IsUnwritten(member, at) ? Value.Unset(member.Name) : _interpreter.Member(member, instance);
        if (TypeOf(member) is { } type) value = ChoiceTypes.Typed(role, type, value, at);
        return Noted(role, member.Name, value, scale, at);
    }

    // public int Steps { get; set; } = 0: what the program sets later begins at zero, with or without an initialiser.
    private static bool IsUnwritten(ISymbol member, SyntaxNode? at) =>
        at is LiteralExpressionSyntax
        {
            Token.Value: 0 or 0L or 0.0 or 0f or null, Parent: EqualsValueClauseSyntax
            { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } }
        }
            && member is IPropertySymbol { SetMethod.IsInitOnly: false } or IFieldSymbol { IsReadOnly: false, IsConst: false };

    /// <summary>The role a member plays, by [ConfigMember], by its type, or by its name.</summary>
    public static (ConfigRole Role, double Scale) RoleOf(ISymbol member)
    {
        if (ConfigAttributes.Member(member) is { } attribute)
        {
            var role = attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is int number
                ? (ConfigRole)number
                : ConfigRole.None;
            double scale = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Scale").Value.Value is double given ? given : 1;
            return scale > 0 && scale < 1e19 ? (role, scale) : (ConfigRole.None, 1);
        }

        if (ConfigAttributes.Model(TypeOf(member)) is null) return BoundNames.RoleOf(MemberNames.Bound(member), member.Name);

        // A preset of a type, or its parent, is no model of it.
        return IsOf(TypeOf(member), member.ContainingType) ? (ConfigRole.None, 1) : (ModelParts.RoleOf(member.Name), 1);
    }

    private static bool IsOf(ITypeSymbol? type, INamedTypeSymbol of)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, of.OriginalDefinition)) return true;
        }

        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;

    private void AddArguments(ConfigValues values, AttributeData? attribute)
    {
        if (attribute is null) return;
        var syntax = attribute.ApplicationSyntaxReference?.ReadSyntax(_cancellation) as AttributeSyntax;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Value.Kind == TypedConstantKind.Error) continue;
            if (!Enum.TryParse(argument.Key, out ConfigRole role) || role == ConfigRole.None || !RoleTable.Get(role).IsArgument) continue;
            var expression =
                syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument.Key)?.Expression;
            values.Add(Noted(role, argument.Key, ValueOf(argument.Value, expression), 1, expression));
        }
    }

    // The folded constant is used only where it contains no generated constant.
    private Value ValueOf(TypedConstant constant, ExpressionSyntax? expression)
    {
        if (constant.Kind == TypedConstantKind.Type)
            return constant.Value is ITypeSymbol type ? new TypeValue(type) : Value.Unset(nameof(ConfigRole.Model));
        if (constant.Value is null) return Value.Unset("null");
        if (expression is LiteralExpressionSyntax { Token: var token } && constant.Kind == TypedConstantKind.Primitive)
            return new ScalarValue(constant.Value, new EditableLiteral(token, 1, isShared: false));
        if (expression is not null && !IsOurName(expression) && _models.OperationOf(expression, _cancellation) is { } operation)
        {
            var read = _interpreter.Evaluate(operation, Frame.Empty);
            if (read is UnknownValue) return read;
            return new ScalarValue(constant.Value, read.Literal);
        }

        return new ScalarValue(constant.Value);
    }

    // Names that no generated constant can have: nothing is bound for them.
    private static bool IsOurName(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax
    {
        Expression: IdentifierNameSyntax
        {
            Identifier.ValueText: nameof(KnownAccelerators) or nameof(KnownLaws) or nameof(NumericFormat)
            or nameof(TrainingIntent) or nameof(TrainingStage)
        },
    };

    private void AddModel(ConfigValues values)
    {
        if (values.Find(ConfigRole.Model) is not { } model || Places.Find(model.Source) is not { } place) return;
        var (type, instance) = place.Value switch
        {
            ObjectValue known => (known.Type, known),
            TypeValue { Type: INamedTypeSymbol named } => (named, named.IsStatic ? null : _interpreter.CreateDefault(named) as ObjectValue),
            _ => (null, null),
        };
        if (type is null) return;
        var inner = new ConfigValues();
        AddMembers(inner, type, instance);
        inner.AddPositionsOfBlocks();
        var ofModel = inner.All.Where(value => RoleTable.IsOfModel(value.Role)).ToArray();
        foreach (var value in ofModel) values.Add(value);
        AddFamily(values, type, instance);
        if (!values.HasModel && ofModel.Length == 0 && place.At?.Parent is AttributeArgumentSyntax) SilentModel = type.Name;
    }

    // Where a literal names it: a constant of the family's name is nobody's slip.
    private ConfigValue? FamilyText(AttributeData attribute, string family)
    {
        var syntax = attribute.ApplicationSyntaxReference?.ReadSyntax(_cancellation) as AttributeSyntax;
        var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Family");
        if (argument?.Expression is not LiteralExpressionSyntax { Token: var token } expression) return null;
        var value = new ScalarValue(family, new EditableLiteral(token, 1, isShared: false));
        return new ConfigValue(ConfigRole.None, "Family", family, 1, Places.Add(new ValuePlace(expression, value, 1)));
    }

    /// <summary>
    /// Members that play no role and are named almost like one that does; the members are those that hold a number or a
    /// text, as a config's do.
    /// </summary>
    public IReadOnlyList<AlmostReadMember> AlmostRead()
    {
        if (_read is not { } type) return [];
        List<AlmostReadMember>? found = null;
        foreach (var member in type.GetMembers())
        {
            if (!IsReadable(member) || !IsConfigLike(member) || ConfigAttributes.Member(member) is not null) continue;
            if (Configuration.AlmostRead.Role(member.Name, row => Holds(row.Kind, TypeOf(member)!)) is not { } near) continue;
            int source = Places.Add(new ValuePlace(null, null, 1) { NameAt = member.Locations.FirstOrDefault() });
            var value = new ConfigValue(ConfigRole.None, member.Name, (object?)null, 1, source);
            (found ??= new()).Add(new AlmostReadMember(value, near.Meant, near.Role));
        }

        return (IReadOnlyList<AlmostReadMember>?)found ?? [];
    }

    // What a program counts up is no config.
    private static bool IsConfigLike(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsConst || field.IsReadOnly || field.DeclaredAccessibility != Accessibility.Private,
        IPropertySymbol property => property.DeclaredAccessibility != Accessibility.Private,
        _ => false,
    };

    private static bool Holds(RoleKind kind, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        bool isNumber = type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            || type is { Name: "BigInteger" or "TimeSpan" };
        bool isText = type.SpecialType == SpecialType.System_String;
        return kind switch
        {
            RoleKind.Count or RoleKind.Amount => isNumber || isText,
            RoleKind.Dimension or RoleKind.Degree => isNumber,
            RoleKind.Text => isText,
            RoleKind.Flag => type.SpecialType == SpecialType.System_Boolean,
            _ => false,
        };
    }

    // The config may be the model's too, by its own attribute or a base class's.
    private void AddFamily(ConfigValues values, INamedTypeSymbol type, ObjectValue? instance)
    {
        for (INamedTypeSymbol? t = type; t is not null && !values.HasModel; t = t.BaseType)
        {
            if (ConfigAttributes.Model(t) is not { } attribute) continue;
            values.HasModel = true;
            values.Family = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Family").Value.Value as string;
            if (values.Family is not null) values.FamilyText = FamilyText(attribute, values.Family);
            if (values.Family is { } name && ModelFamilies.TryGet(name, out var family))
                values.Others = new FamilyMembers(_interpreter, family).Of(type, instance);
        }
    }
}
