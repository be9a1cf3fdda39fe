using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers;

/// <summary>
/// Reads an object as a config: an options object that a program has bound, or any other whose members have names that
/// mean something (docs/members.md). The same names, attributes and checks as at design time.
/// </summary>
/// <remarks>The default value of a member counts as unset: at run time it is not distinguished whether a 0 was
/// written.</remarks>
public static class ConfigReader
{
    internal const string Reflects = "The members of the object are found by reflection; trimming may remove them.";

    /// <summary>Reads an object.</summary>
    /// <param name="options">The object; its public properties and fields are read, and those of a member that is the
    /// model.</param>
    /// <param name="check">The options of the checks; the defaults where null.</param>
    /// <returns>The run: its values, what follows from them, and by <see cref="ConfigRun.Check"/> what is
    /// found.</returns>
    /// <exception cref="ArgumentNullException">No object is given.</exception>
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    public static ConfigRun Read(object options, CheckOptions? check = null)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        var type = options.GetType();
        var values = new ConfigValues();
        AddMembers(values, options);
        if (!Attribute.IsDefined(type, typeof(TrainingConfigAttribute), inherit: false)) AddParts(values, options);
        if (Attribute.GetCustomAttribute(type, typeof(TrainingConfigAttribute), inherit: false) is TrainingConfigAttribute attribute)
            AddArguments(values, attribute);
        AddModel(values, options);
        if (Attribute.IsDefined(type, typeof(ModelConfigAttribute), inherit: false)) values.AddPositionsOfBlocks();
        AddFamily(values, options);
        return ConfigRun.Of(type.Name, CheckedConfig.Of(values), check ?? CheckOptions.Default, IsTraining(type));
    }

    // A type that is marked as a model only is one; everything else is a training run.
    private static bool IsTraining(Type type) =>
        Attribute.IsDefined(type, typeof(TrainingConfigAttribute), inherit: false)
            || !Attribute.IsDefined(type, typeof(ModelConfigAttribute), inherit: false);

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddMembers(ConfigValues values, object instance)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (Type? type = instance.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            var level = values.All.Count == 0 ? values : new ConfigValues();
            foreach (var member in ObjectMembers.Of(type).Where(m => seen.Add(m.Name)))
            {
                if (ValueOf(member, instance) is { } value) level.AddEqual(value);
                else AddOther(values, member);
            }

            if (level != values) values.AddBase(level);
        }
    }

    // A group of values is not read; a degree of parallelism in it still says what the world size is.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddOther(ConfigValues values, MemberInfo member)
    {
        values.OtherNames.Add(member.Name);
        var type = ObjectMembers.TypeOf(member);
        if (!ObjectMembers.IsGroup(type)) return;
        foreach (var inner in ObjectMembers.Of(type).Where(inner => UnreadParallelism.OfInner(inner.Name) != ConfigRole.None))
            values.OtherNames.Add(member.Name + "." + inner.Name);
    }

    // As a settings section without a class has them; a class with an attribute is read as its source is.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddParts(ConfigValues values, object options)
    {
        foreach (var member in ObjectMembers.OfAll(options.GetType()).Where(IsPart))
        {
            if (ObjectMembers.Content(member, options, out _) is not { } part || part.GetType() == options.GetType()) continue;
            foreach (var inner in ObjectMembers.OfAll(part.GetType()).Where(inner => !IsPart(inner)))
            {
                var (role, scale) = RunParts.RoleOf(NameOf(member), NameOf(inner));
                if (ValueOf(inner, part, role, scale) is not { } value) continue;
                if (RunParts.IsKind(NameOf(inner))) values.Replace(value);
                else values.AddEqual(value);
            }
        }
    }

    private static bool IsPart(MemberInfo member) => RunParts.Is(NameOf(member)) && ObjectMembers.IsGroup(ObjectMembers.TypeOf(member))
        && ObjectMembers.TypeOf(member) != typeof(object);

    private static string NameOf(MemberInfo member) => ObjectMembers.BoundName(member) ?? member.Name;

    private static ConfigValue? ValueOf(MemberInfo member, object instance)
    {
        var (role, scale) = RoleOf(member);
        return ValueOf(member, instance, role, scale);
    }

    private static ConfigValue? ValueOf(MemberInfo member, object instance, ConfigRole role, double scale)
    {
        if (role == ConfigRole.None) return null;
        object? content = ObjectMembers.Content(member, instance, out UnknownReason? fault);
        if (content is null)
        {
            var reason = fault ?? new UnknownReason(UnknownKind.Unset, member.Name);
            return new ConfigValue(role, member.Name, reason, scale, ConfigValue.NoSource);
        }

        return Typed(role, member.Name, content, scale);
    }

    // A number is a choice only as a member of that choice's own enum; other enums are read by their names.
    private static ConfigValue Typed(ConfigRole role, string name, object content, double scale)
    {
        if (Choices.TypeOf(role) is { } choice && content is not string && !(content is bool && Choices.TakesTruth(role)))
        {
            if (content.GetType() == choice)
                return new ConfigValue(role, name, Convert.ToInt32(content, System.Globalization.CultureInfo.InvariantCulture), scale,
                    ConfigValue.NoSource);
            var reason = new UnknownReason(UnknownKind.OtherType, content.ToString() ?? "", content.GetType().ToString(), choice.Name);
            return new ConfigValue(role, name, reason, scale, ConfigValue.NoSource);
        }

        object read = content is string or bool or TimeSpan || Numerics.Numbers.IsNumber(content)
            ? content
            : new OpaqueContent(content.GetType().Name);
        return new ConfigValue(role, name, read, scale, ConfigValue.NoSource);
    }

    private static (ConfigRole Role, double Scale) RoleOf(MemberInfo member)
    {
        if (Attribute.GetCustomAttribute(member, typeof(ConfigMemberAttribute)) is ConfigMemberAttribute attribute)
        {
            return attribute.Scale is > 0 and < 1e19 ? (attribute.Role, attribute.Scale) : (ConfigRole.None, 1);
        }

        var type = ObjectMembers.TypeOf(member);
        if (!Attribute.IsDefined(type, typeof(ModelConfigAttribute), inherit: false))
            return BoundNames.RoleOf(ObjectMembers.BoundName(member), member.Name);
        return member.DeclaringType?.IsAssignableFrom(type) == true ? (ConfigRole.None, 1) : (ModelParts.RoleOf(member.Name), 1);
    }

    private static void AddArguments(ConfigValues values, TrainingConfigAttribute attribute)
    {
        // Model = typeof(X) names a type, which is no value of an object.
        foreach (var row in RoleTable.Rows.Where(row => row.IsArgument && row.Kind != RoleKind.Model))
        {
            object? content = typeof(TrainingConfigAttribute).GetProperty(row.Role.ToString())!.GetValue(attribute);
            bool isDefault = content is null or 0 or 0.0
                || (content is Enum named && Convert.ToInt32(named, System.Globalization.CultureInfo.InvariantCulture) == 0);
            if (!isDefault) values.Add(Typed(row.Role, row.Role.ToString(), content!, 1));
        }
    }

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddModel(ConfigValues values, object options)
    {
        if (ModelOf(options) is not { } model) return;
        var inner = new ConfigValues();
        AddMembers(inner, model);
        inner.AddPositionsOfBlocks();
        foreach (var value in inner.All.Where(value => RoleTable.IsOfModel(value.Role))) values.Add(value);
        AddFamily(values, model);
        if (!values.HasModel) AddNamedFamily(values, model);
    }

    // The family of a model without an attribute is the text of a member, as in a settings section.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddNamedFamily(ConfigValues values, object model)
    {
        var stated = ObjectMembers.OfAll(model.GetType()).FirstOrDefault(member => IsFamily(member) && TextOf(member, model) is not null);
        if (stated is null) return;
        values.HasModel = true;
        values.Family = TextOf(stated, model);
        if (!ModelFamilies.TryGet(values.Family!, out var family)) return;
        values.Others = ObjectMembers.OfFamily(model, family, member => IsFamily(member) || RoleOf(member).Role != ConfigRole.None);
    }

    private static bool IsFamily(MemberInfo member) => RunParts.IsFamily(NameOf(member)) && ObjectMembers.TypeOf(member) == typeof(string);

    private static string? TextOf(MemberInfo member, object model) => ObjectMembers.Content(member, model, out _) as string;

    // The member that is the model; of two neither is taken.
#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static object? ModelOf(object options)
    {
        var models = new List<object>();
        for (Type? type = options.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var member in ObjectMembers.Of(type).Where(member => RoleOf(member).Role == ConfigRole.Model))
            {
                if (ObjectMembers.Content(member, options, out _) is { } model and not string and not Type
                    && !model.GetType().IsPrimitive) models.Add(model);
            }
        }

        return models.Count == 1 ? models[0] : null;
    }

#if NET8_0_OR_GREATER
    [System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(Reflects)]
#endif
    private static void AddFamily(ConfigValues values, object model)
    {
        for (Type? t = model.GetType(); t is not null && !values.HasModel; t = t.BaseType)
        {
            if (Attribute.GetCustomAttribute(t, typeof(ModelConfigAttribute), inherit: false) is not ModelConfigAttribute attribute)
                continue;
            values.HasModel = true;
            values.Family = attribute.Family;
            if (attribute.Family is not { } name || !ModelFamilies.TryGet(name, out var family)) continue;
            values.Others = ObjectMembers.OfFamily(model, family, member => RoleOf(member).Role != ConfigRole.None);
        }
    }
}
