using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Nsdd311.Web.Json;

/// <summary>A record of ours as an object, member by member.</summary>
/// <remarks>Which members there are, by which names and in which order, the serializer's own contract of the type says: none can be forgotten here.</remarks>
internal sealed class RecordWriterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.Namespace is { } space && space.StartsWith(nameof(Nsdd311), StringComparison.Ordinal)
        && WebJson.Options.GetTypeInfo(typeToConvert).Kind is JsonTypeInfoKind.Object;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(RecordWriter<>).MakeGenericType(typeToConvert))!;

    private sealed class RecordWriter<TRecord> : WriteOnlyConverter<TRecord>
    {
        private Member[]? members;

        public override void Write(Utf8JsonWriter writer, TRecord value, JsonSerializerOptions options)
        {
            members ??= [.. WebJson.Options.GetTypeInfo(typeof(TRecord)).Properties.Select(MemberOf)];
            writer.WriteStartObject();
            foreach (var member in members) member.Write(writer, value, options);
            writer.WriteEndObject();
        }

        private static Member MemberOf(JsonPropertyInfo contract) =>
            (Member)Activator.CreateInstance(typeof(Member<>).MakeGenericType(typeof(TRecord), contract.PropertyType), contract)!;

        private abstract class Member
        {
            public abstract void Write(Utf8JsonWriter writer, TRecord record, JsonSerializerOptions options);
        }

        /// <summary>A member that is left out where it is null.</summary>
        private sealed class Member<T>(JsonPropertyInfo contract) : Member
        {
            private readonly JsonEncodedText name = JsonEncodedText.Encode(contract.Name);
            private readonly Func<TRecord, T?> valueOf = Getter(((PropertyInfo)contract.AttributeProvider!).GetMethod!);
            private readonly JsonConverter<T> writerOfValue = AnswerJson.WriterOf<T>();

            public override void Write(Utf8JsonWriter writer, TRecord record, JsonSerializerOptions options)
            {
                if (valueOf(record) is not { } value) return;

                writer.WritePropertyName(name);
                writerOfValue.Write(writer, value, options);
            }

            private delegate T? OfStruct(ref TRecord record);

            private static Func<TRecord, T?> Getter(MethodInfo get)
            {
                if (!typeof(TRecord).IsValueType) return get.CreateDelegate<Func<TRecord, T?>>();

                var ofStruct = get.CreateDelegate<OfStruct>();
                return record => ofStruct(ref record);
            }
        }
    }
}
